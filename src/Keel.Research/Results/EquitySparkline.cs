using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Results;

/// <summary>The sum of net over the trades, drawn with blocks of eight heights.</summary>
public static class EquitySparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A line of at most so many characters; empty without trades.</summary>
    public static string Of(IReadOnlyList<ClosedTrade> trades, int width)
    {
        if (trades.Count == 0)
        {
            return "";
        }

        // The curve begins at zero, so one trade makes two points.
        var points = new long[Math.Min(width, trades.Count + 1)];
        var sum = Money.Zero;
        for (var i = 0; i < trades.Count; i++)
        {
            sum += trades[i].Net;
            points[(int)((long)(i + 1) * (points.Length - 1) / trades.Count)] = sum.Units;
        }

        var low = points.Min();
        var range = (decimal)points.Max() - low;
        return string.Create(
            points.Length,
            (points, low, range),
            static (into, curve) =>
            {
                for (var i = 0; i < into.Length; i++)
                {
                    var height = curve.range == 0 ? 0 : (int)((curve.points[i] - (decimal)curve.low) / curve.range * 7.999m);
                    into[i] = Blocks[height];
                }
            }
        );
    }
}

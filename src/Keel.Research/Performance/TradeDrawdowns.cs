using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>All drawdowns of the sum of net, trade by trade, the maximum starting at zero.</summary>
public sealed class TradeDrawdowns
{
    private TradeDrawdowns(List<TradeDrawdown> phases)
    {
        Phases = phases;
        foreach (var phase in phases)
        {
            Greatest = Greatest is null || phase.Depth > Greatest.Depth ? phase : Greatest;
            Longest = Longest is null || phase.Duration > Longest.Duration ? phase : Longest;
        }
    }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<TradeDrawdown> Phases { get; }

    /// <summary>The deepest in money, the first of equals; null when there is none.</summary>
    public TradeDrawdown? Greatest { get; }

    /// <summary>The longest in time, the first of equals; null when there is none.</summary>
    public TradeDrawdown? Longest { get; }

    /// <summary>Finds them in trades ordered by exit, within data that begin and end there.</summary>
    public static TradeDrawdowns Of(IReadOnlyList<ClosedTrade> trades, Timestamp? start, Timestamp? end)
    {
        var phases = new List<TradeDrawdown>();
        if (trades.Count == 0)
        {
            return new TradeDrawdowns(phases);
        }

        var sum = Money.Zero;
        var maximum = Money.Zero;
        var peak = start ?? trades[0].EntryTime;
        var lowest = Money.Zero;
        var trough = peak;
        var inside = 0;
        for (var i = 0; i < trades.Count; i++)
        {
            var trade = trades[i];
            sum += trade.Net;
            var time = trade.ExitTime;
            if (sum < maximum)
            {
                inside++;
                if (inside == 1 || sum < lowest)
                {
                    lowest = sum;
                    trough = time;
                }

                continue;
            }

            if (inside > 0)
            {
                phases.Add(new TradeDrawdown(peak, trough, time, time, maximum - lowest, maximum, inside + 1));
            }

            inside = 0;
            maximum = sum;
            peak = time;
        }

        if (inside > 0)
        {
            var last = trades[^1].ExitTime;
            var over = end is { } known && known > last ? known : last;
            phases.Add(new TradeDrawdown(peak, trough, null, over, maximum - lowest, maximum, inside));
        }

        return new TradeDrawdowns(phases);
    }
}

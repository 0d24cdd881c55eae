using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Reports;

/// <summary>The annual Sharpe ratio over a window of days that moves through the run, null where all days of the window are alike.</summary>
/// <param name="Window">How many trading days the window holds.</param>
/// <param name="Days">The last day of each window, in days since 1970-01-01.</param>
/// <param name="Values">The ratio of each window.</param>
internal sealed record RollingSharpe(int Window, IReadOnlyList<int> Days, IReadOnlyList<double?> Values)
{
    private const int Quarter = 63;
    private const int Month = 21;

    /// <summary>Fewer days than this give no window that says anything.</summary>
    public const int LeastDays = 2 * Month;

    /// <summary>The ratio of daily returns, or of daily dollars where no capital is stated; null when the days are too few.</summary>
    public static RollingSharpe? Of(IReadOnlyList<DayResult> days, Money? capital, int daysPerYear)
    {
        if (days.Count < LeastDays)
        {
            return null;
        }

        var window = days.Count >= 2 * Quarter ? Quarter : Month;
        var returns = Returns(days, capital);
        var values = new double?[days.Count - window + 1];
        for (var first = 0; first < values.Length; first++)
        {
            var moments = default(RunningMean);
            for (var day = first; day < first + window; day++)
            {
                moments.Add(returns[day]);
            }

            // Equal days leave a deviation of rounding only, whose quotient would be noise.
            values[first] =
                moments.Deviation is { } deviation && deviation > 1e-12 * Math.Max(1e-9, Math.Abs(moments.Mean))
                    ? moments.Mean / deviation * Math.Sqrt(daysPerYear)
                    : null;
        }

        return new RollingSharpe(window, [.. days.Skip(window - 1).Select(day => day.DayNumber)], values);
    }

    private static double[] Returns(IReadOnlyList<DayResult> days, Money? capital)
    {
        var returns = new double[days.Count];
        var equity = capital?.Amount;
        for (var day = 0; day < days.Count; day++)
        {
            var net = days[day].Net.Amount;
            returns[day] = (double)(equity is { } before ? (before > 0 ? net / before : 0) : net);
            equity += net;
        }

        return returns;
    }
}

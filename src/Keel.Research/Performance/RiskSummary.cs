using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>What risk refused and did of its own.</summary>
public sealed record RiskSummary
{
    /// <summary>The mean of the worst cases reserved before entries, in dollars; null when nothing was reserved.</summary>
    public required decimal? PerTrade { get; init; }

    /// <summary>The daily limit on the first day, in dollars; null when the profile names none.</summary>
    public required decimal? DailyLossLimit { get; init; }

    /// <summary>Refusals by the code of the rule.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Rejections { get; init; }

    /// <summary>All refusals.</summary>
    public required long Rejected { get; init; }

    /// <summary>Pauses and flattenings; what was done at one instant for one reason counts once.</summary>
    public required int Breakers { get; init; }

    /// <summary>Halts that only a person lifts, or nobody.</summary>
    public required int Halts { get; init; }

    /// <summary>The lowest point of any trading day's result, zero or below.</summary>
    public required Money WorstDay { get; init; }

    /// <summary>The figures of a run.</summary>
    internal static RiskSummary Of(BacktestResult result, TradePerformance trades)
    {
        var breakers = 0;
        var halts = 0;
        RiskEvent? counted = null;
        foreach (var happened in result.RiskEvents)
        {
            if (happened.What is "halt-review" or "halt-for-good")
            {
                halts++;
            }
            else if (happened.What is "pause" or "flatten" or "halt-day" && !SameCause(counted, happened))
            {
                breakers++;
                counted = happened;
            }
        }

        var rejected = 0L;
        foreach (var rejection in result.Rejections)
        {
            rejected += rejection.Value;
        }

        return new RiskSummary
        {
            PerTrade = trades.MeanRisk,
            DailyLossLimit = Performance.DailyLossLimit.Read(Setting(result, "risk.daily_loss"), result.Capital?.Amount),
            Rejections = result.Rejections,
            Rejected = rejected,
            Breakers = breakers,
            Halts = halts,
            WorstDay = Performance.WorstDay.Of(result.Trades, result.Days),
        };
    }

    private static bool SameCause(RiskEvent? before, in RiskEvent now) =>
        before is { } earlier && earlier.At == now.At && string.Equals(earlier.Code, now.Code, StringComparison.Ordinal);

    private static string? Setting(BacktestResult result, string path)
    {
        foreach (var (name, value) in result.Parameters)
        {
            if (string.Equals(name, path, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}

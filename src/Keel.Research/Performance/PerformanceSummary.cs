using Keel.Domain;
using Keel.Research.Backtests;

namespace Keel.Research.Performance;

/// <summary>Every figure of a backtest, computed once: what summary.json, the terminal and the report show.</summary>
public sealed record PerformanceSummary
{
    /// <summary>Above this share of trades decided by a rule, a result is an assumption.</summary>
    public const double AmbiguousShareThatMatters = 0.05;

    /// <summary>What the figures are of.</summary>
    public required BacktestResult Result { get; init; }

    /// <summary>By trade.</summary>
    public required TradePerformance Trades { get; init; }

    /// <summary>By trading day.</summary>
    public required DailyPerformance Daily { get; init; }

    /// <summary>Falls of the sum of net, trade by trade.</summary>
    public required TradeDrawdowns Drawdowns { get; init; }

    /// <summary>By hour, weekday and confidence.</summary>
    public required TradeGroups Groups { get; init; }

    /// <summary>What risk refused and did.</summary>
    public required RiskSummary Risk { get; init; }

    /// <summary>Bars from the peak to the recovery of the longest drawdown, or to the end; null when nobody counted, zero without a drawdown.</summary>
    public required long? LongestDrawdownBars { get; init; }

    /// <summary>Trades per trading day of the data; null without days.</summary>
    public double? TradesPerDay => Ratio.Of(Trades.Count, (double)Daily.Days);

    /// <summary>Net over capital, in per cent; null without capital.</summary>
    public double? TotalReturnPercent => Result.Capital is { } capital ? Ratio.Of(Trades.Net * 100, capital) : null;

    /// <summary>The greatest fall of the sum of net below its earlier maximum, trade by trade, the maximum starting at zero.</summary>
    public Money MaxDrawdown => Drawdowns.Greatest?.Depth ?? Money.Zero;

    /// <summary>The greatest fall as per cent of capital and the maximum before it; null without capital, zero without a fall.</summary>
    public double? MaxDrawdownPercent =>
        Drawdowns.Greatest is { } greatest ? 100 * greatest.Share(Result.Capital)
        : Result.Capital is null ? null
        : 0;

    /// <summary>Whether so many trades were decided by the pessimistic rule that the result is an assumption, not a measurement.</summary>
    public bool IsAnAssumption => Trades.AmbiguousShare > AmbiguousShareThatMatters;

    /// <summary>The sentence that goes with <see cref="IsAnAssumption"/>; null otherwise.</summary>
    public string? AssumptionSentence =>
        IsAnAssumption
            ? $"{100 * Trades.AmbiguousShare:0.0} % of the trades had stop and target in one bar and were booked as stopped: this result is an assumption, not a measurement."
            : null;

    /// <summary>The figures of a result.</summary>
    /// <param name="result">What the backtest left.</param>
    /// <param name="barsUpTo">How many bars of the strategy open at or before an instant; null leaves the drawdown's length in bars unknown.</param>
    public static PerformanceSummary Of(BacktestResult result, Func<Timestamp, long>? barsUpTo = null)
    {
        var trades = TradePerformance.Of(result.Trades);
        var drawdowns = TradeDrawdowns.Of(result.Trades, result.Start, result.End);
        return new PerformanceSummary
        {
            Result = result,
            Trades = trades,
            Daily = DailyPerformance.Of(result.Days, result.Capital, result.DaysPerYear),
            Drawdowns = drawdowns,
            Groups = TradeGroups.Of(result.Trades),
            Risk = RiskSummary.Of(result, trades),
            LongestDrawdownBars =
                drawdowns.Longest is not { } longest ? 0
                : barsUpTo is null ? null
                : barsUpTo(longest.End) - barsUpTo(longest.Peak),
        };
    }
}

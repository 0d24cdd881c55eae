using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;
using NodaTime;

namespace Keel.Research.Backtests;

/// <summary>All that a backtest leaves: who ran on what, every trade, day, signal and risk event, and how fast it went.</summary>
public sealed record BacktestResult
{
    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The strategy's registered name.</summary>
    public required string Strategy { get; init; }

    /// <summary>The .NET type of the strategy.</summary>
    public required string StrategyClass { get; init; }

    /// <summary>Every setting of the run by path, in the schema's order: <c>strategy.fast</c> → <c>9</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>What was traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Name and content hash of the data.</summary>
    public required string Dataset { get; init; }

    /// <summary>How long a bar of the strategy was.</summary>
    public required BarLength Bars { get; init; }

    /// <summary>Opening time of the first bar; null without bars.</summary>
    public required Timestamp? Start { get; init; }

    /// <summary>Opening time of the last bar; null without bars.</summary>
    public required Timestamp? End { get; init; }

    /// <summary>How many bars the strategy saw.</summary>
    public required long TotalBars { get; init; }

    /// <summary>With what the risk account began; null with risk off.</summary>
    public required Money? Capital { get; init; }

    /// <summary>The trades, in the order of their exits.</summary>
    public required IReadOnlyList<ClosedTrade> Trades { get; init; }

    /// <summary>How many bars the strategy had been shown when each trade closed, the bar of the exit included; empty when nobody counted.</summary>
    public IReadOnlyList<long> ExitBars { get; init; } = [];

    /// <summary>Every trading day of the data, in order, also those without a trade.</summary>
    public required IReadOnlyList<DayResult> Days { get; init; }

    /// <summary>Every wish to enter; may be cut at a stated number, <see cref="SignalCount"/> is not.</summary>
    public required IReadOnlyList<SignalRecord> Signals { get; init; }

    /// <summary>How many wishes to enter there were.</summary>
    public required long SignalCount { get; init; }

    /// <summary>How many of them each rule refused, by its code.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Rejections { get; init; }

    /// <summary>What risk did of its own.</summary>
    public required IReadOnlyList<RiskEvent> RiskEvents { get; init; }

    /// <summary>Bars for the picture: at most some thousands, joined where there were more.</summary>
    public required IReadOnlyList<Bar> Picture { get; init; }

    /// <summary>How long one bar of the picture is.</summary>
    public required Span PictureStep { get; init; }

    /// <summary>The same number of trades with random entries, same exits and costs; null when it was not asked for.</summary>
    public required RandomComparison? Random { get; init; }

    /// <summary>What the profile says of stop and target: the win rate that costs demand; null where it depends on the market.</summary>
    public required BreakEven? BreakEven { get; init; }

    /// <summary>Days of the year over which ratios are annualised: 252, crypto 365.</summary>
    public required int DaysPerYear { get; init; }

    /// <summary>The instant at which the run was started, for names and summaries; not part of what is compared.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Seconds from the first to the last bar.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Remarks for the reader, such as days on which margin forbade the position.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>How many bars the strategy had been shown up to the last exit at or before an instant; all of them at the data's end.</summary>
    public long BarsUpTo(Timestamp instant)
    {
        if (End is { } end && instant >= end)
        {
            return TotalBars;
        }

        var (low, high) = (0, ExitBars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Trades[middle].ExitTime <= instant ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 0 : ExitBars[low - 1];
    }
}

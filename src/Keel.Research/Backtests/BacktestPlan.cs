using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Exchange;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;

namespace Keel.Research.Backtests;

/// <summary>What is to be run: a profile turned into parts. Whatever keeps a state is made anew for each run.</summary>
public sealed record BacktestPlan
{
    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The strategy's name.</summary>
    public required string Strategy { get; init; }

    /// <summary>Every setting of the run by path.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>How long a bar of the strategy is.</summary>
    public required BarLength Bars { get; init; }

    /// <summary>How the core is set up.</summary>
    public required TradingSetup Setup { get; init; }

    /// <summary>Makes the exchange's rules for one run.</summary>
    public required Func<FillRules> NewFills { get; init; }

    /// <summary>Makes the strategy for one run.</summary>
    public required Func<Strategy> NewStrategy { get; init; }

    /// <summary>Whether there is a risk account.</summary>
    public required bool HasRisk { get; init; }

    /// <summary>Days of the year over which ratios are annualised.</summary>
    public int DaysPerYear { get; init; } = 252;

    /// <summary>What stop, target and costs demand; null where it depends on the market.</summary>
    public BreakEven? BreakEven { get; init; }

    /// <summary>How many signals are kept with their details; all are counted.</summary>
    public int SignalsKept { get; init; } = 100_000;

    /// <summary>Whether random entries run beside the strategy.</summary>
    public bool ComparesWithRandom { get; init; } = true;
}

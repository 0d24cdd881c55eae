using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Risk;

namespace Keel.Trading.Setup;

/// <summary>All that a core has to know before its first input, with every default written out.</summary>
public sealed record TradingSetup
{
    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>How long a bar of the input is.</summary>
    public required Span BarLength { get; init; }

    /// <summary>Whether strategies see, and enter in, only the hours that the profile calls its own; their positions live through all hours.</summary>
    public bool OwnHoursOnly { get; init; }

    /// <summary>The bars of the strategies, where they are longer than those of the input; null where they are the same.</summary>
    public Func<BarGrid>? StrategyBars { get; init; }

    /// <summary>How long a bar of the strategies is, as far as it has a fixed length.</summary>
    public Span StrategyBarLength
    {
        get => field == Span.Zero ? BarLength : field;
        init;
    }

    /// <summary>Which time there is before a phase of the day must have begun: a bar's length where prices come as bars, since nothing can be done inside one.</summary>
    public required Span Foresight { get; init; }

    /// <summary>When each day's entries and positions end.</summary>
    public required DayPlans Plans { get; init; }

    /// <summary>How positions end.</summary>
    public required ExitRules Exits { get; init; }

    /// <summary>With which order positions begin.</summary>
    public EntryOrders Entries { get; init; } = EntryOrders.AtMarket;

    /// <summary>What fills cost.</summary>
    public required FeeRule Fees { get; init; }

    /// <summary>What is set aside for slippage and gaps.</summary>
    public required Reserve Reserve { get; init; }

    /// <summary>Expected slippage of a market or stop fill in ticks, for sizing.</summary>
    public required int SlippageTicks { get; init; }

    /// <summary>The limits of the risk account.</summary>
    public required RiskLimits Limits { get; init; }

    /// <summary>The controls that an entry passes, in order.</summary>
    public required Func<RiskAccount, IReadOnlyList<EntryControl>> Controls { get; init; }

    /// <summary>How long the venue may take to answer before an order's fate counts as unknown, and a stop as missing.</summary>
    public Span AnswerTime { get; init; } = Span.FromSeconds(2);

    /// <summary>Bounds for orders on their way and for fills.</summary>
    public InFlightRules InFlight { get; init; } = new();

    /// <summary>Whether a fault, besides closing everything and stopping for a review, ends the run with an exception: so in research and tests. A host that must go on to flatten sets it to false.</summary>
    public bool FaultsThrow { get; init; } = true;

    /// <summary>Whether invariants are asserted: always, but where their cost is measured.</summary>
    internal bool ChecksInvariants { get; init; } = true;
}

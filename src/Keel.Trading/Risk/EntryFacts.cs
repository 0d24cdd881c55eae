using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Trading.Conditions;
using Keel.Trading.PropFirms;
using Keel.Trading.Setup;
using Keel.Trading.Sizing;
using NodaTime;

namespace Keel.Trading.Risk;

/// <summary>What the controls must know of market, venue and profile besides the limits.</summary>
public sealed record EntryFacts
{
    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>What is set aside for slippage and gaps.</summary>
    public required Reserve Reserve { get; init; }

    /// <summary>How lots are counted; null for always one.</summary>
    public SizeRules? Size { get; init; }

    /// <summary>How long nothing is entered after an exit; the seat keeps the time.</summary>
    public Span Cooldown { get; init; }

    /// <summary>Range, volume, book and reference prices of the market; needed by the limits that name them.</summary>
    public MarketConditions? Conditions { get; init; }

    /// <summary>Whether the input has quotes; where it has none, nothing can be asked about the book.</summary>
    public bool HasQuotes { get; init; }

    /// <summary>The instants of listed releases, in nanoseconds; empty when the user waives them, null when there is no list.</summary>
    public IReadOnlyList<long>? Releases { get; init; }

    /// <summary>The contract that is traded on a trading day; null where that is not known.</summary>
    public Func<LocalDate, FuturesContract?>? ContractOn { get; init; }

    /// <summary>The prop account that is traded; null where there is none.</summary>
    public PropAccount? Prop { get; init; }
}

using Keel.Domain;

namespace Keel.Trading.Days;

/// <summary>How one trading day ends: when each phase begins, and who decided flat-by. A phase that the day does not have is null.</summary>
/// <remarks>The instants never run backwards: half size, no entries, passive exits, market exits, close by contract, overdue.</remarks>
public sealed record DayEnd
{
    /// <summary>A day without an end: positions may stay.</summary>
    public static DayEnd Never { get; } = new();

    /// <summary>When entries take half the size.</summary>
    public Timestamp? HalfSize { get; init; }

    /// <summary>When entries end; nothing is decided at or after it.</summary>
    public Timestamp? NoEntry { get; init; }

    /// <summary>When positions leave with limit orders.</summary>
    public Timestamp? ExitPassive { get; init; }

    /// <summary>When positions leave at the market: exactly at it, not after.</summary>
    public Timestamp? ExitMarket { get; init; }

    /// <summary>When the venue is asked to close the contract, two minutes before a position is overdue.</summary>
    public Timestamp? CloseByContract { get; init; }

    /// <summary>When positions have to be gone: the earliest of profile, venue and exchange.</summary>
    public Timestamp? FlatBy { get; init; }

    /// <summary>
    /// From when on a position is a fault: flat-by with a ladder. Where the profile gives times, its market exit comes at its flat time, and
    /// the fault where venue or exchange draw the line.
    /// </summary>
    public Timestamp? Overdue { get; init; }

    /// <summary>Who decided flat-by.</summary>
    public FlatBySource Source { get; init; }

    /// <summary>The flat-by that the profile asked for; null when it said nothing.</summary>
    public Timestamp? WishedFlatBy { get; init; }

    /// <summary>The end of entries that the profile asked for by the clock; null when it said nothing or has a ladder.</summary>
    public Timestamp? WishedNoEntry { get; init; }

    /// <summary>Whether the profile wished for a later end than it gets.</summary>
    public bool IsClamped => WishedFlatBy is { } wished && FlatBy is { } flat && flat < wished;

    /// <summary>The phase at an instant while the market is open.</summary>
    internal DayPhase PhaseAt(Timestamp instant) =>
        HasBegun(Overdue, instant) ? DayPhase.Overdue
        : HasBegun(CloseByContract, instant) ? DayPhase.CloseByContract
        : HasBegun(ExitMarket, instant) ? DayPhase.ExitMarket
        : HasBegun(ExitPassive, instant) ? DayPhase.ExitPassive
        : HasBegun(NoEntry, instant) ? DayPhase.NoEntries
        : HasBegun(HalfSize, instant) ? DayPhase.HalfSize
        : DayPhase.Open;

    private static bool HasBegun(Timestamp? start, Timestamp instant) => start is { } begins && instant >= begins;
}

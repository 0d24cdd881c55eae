using Keel.Data.Import.Clock;
using Keel.Domain.Instruments;

namespace Keel.Data.Import;

/// <summary>What the judge must know of a table: the price grid, the lot, how times are read (null where they are instants stamped at the open), the bars' length, and how far a binary fraction may lie beside a decimal.</summary>
internal sealed record JudgeRules(PriceGrid Grid, decimal Lot, ClockReading? Reading, int IntervalSeconds, long Rounding)
{
    /// <summary>Whether volumes between two lots are rounded down instead of refused.</summary>
    public bool RoundsVolume { get; init; }

    /// <summary>When the trading day of a date opens, for rows that carry dates alone; null for others.</summary>
    public Func<long, long>? OpenOfDate { get; init; }
}

using Keel.Data.Import.Clock;
using Keel.Domain.Instruments;

namespace Keel.Data.Import;

/// <summary>What the judge must know of a table: the price grid, the lot, how times are read (null where they are instants stamped at the open), the bars' length, and how far a binary fraction may lie beside a decimal.</summary>
internal sealed record JudgeRules(PriceGrid Grid, decimal Lot, ClockReading? Reading, int IntervalSeconds, long Rounding);

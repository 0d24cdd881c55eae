using Keel.Domain;

namespace Keel.Trading.Days;

/// <summary>One step of the way out: so long before flat-by, this phase begins.</summary>
/// <param name="Before">How long before flat-by; above zero.</param>
/// <param name="Phase">Half size, no entries, passive exits or market exits; the later phases belong to Keel.</param>
public readonly record struct LadderStep(Span Before, DayPhase Phase);

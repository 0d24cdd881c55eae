namespace Keel.Trading.Risk;

/// <summary>How near and how far a stop may lie from the entry, in ticks; both bounds are allowed.</summary>
/// <param name="Least">The nearest: what the venue takes.</param>
/// <param name="Most">The furthest.</param>
public readonly record struct StopRange(int Least = 4, int Most = 80);

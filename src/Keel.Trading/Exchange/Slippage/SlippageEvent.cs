using Keel.Domain;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>An announced event around which fills are worse.</summary>
/// <param name="At">When it happens.</param>
/// <param name="Window">How long before and after it fills are worse.</param>
/// <param name="Ticks">How much worse they are.</param>
public readonly record struct SlippageEvent(Timestamp At, Span Window, int Ticks);

using Keel.Domain;

namespace Keel.Trading.Ledger;

/// <summary>Something that risk did of its own: a pause, a flattening, a halt, and its end.</summary>
/// <param name="At">When.</param>
/// <param name="Code">Stable code: <c>daily_loss</c>, <c>streak_pause</c>, <c>review</c> …</param>
/// <param name="What">What it did: <c>pause</c>, <c>flatten</c>, <c>halt-day</c>, <c>halt-review</c>, <c>halt-for-good</c>, <c>resume</c>.</param>
/// <param name="Need">What was measured.</param>
/// <param name="Bound">The bound it was measured against.</param>
/// <param name="Until">When it ends by itself; null when it does not.</param>
public readonly record struct RiskEvent(Timestamp At, string Code, string What, decimal Need, decimal Bound, Timestamp? Until)
{
    /// <summary>The seat whose own budget it concerns, counted from 0; null for all.</summary>
    public int? Seat { get; init; }
}

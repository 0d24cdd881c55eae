using Keel.Domain;

namespace Keel.Data.Events;

/// <summary>A scheduled event that moves markets: a release, a decision, an expiry.</summary>
/// <param name="At">When.</param>
/// <param name="Name">What: <c>FOMC</c>, <c>CPI</c>.</param>
/// <param name="Importance">How much it matters, in the user's own words; empty when not said.</param>
public sealed record MarketEvent(Timestamp At, string Name, string Importance);

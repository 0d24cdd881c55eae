using Keel.Trading.Risk;

namespace Keel.Trading.Journal.Accounts;

/// <summary>A risk account as its ledger knows it.</summary>
/// <param name="State">All that it remembers; <c>null</c> when it is new.</param>
/// <param name="Limits">The limits that hold.</param>
/// <param name="Remarks">What the configuration asked for and did not get, in words.</param>
public sealed record RestoredRisk(RiskState? State, RiskLimits Limits, IReadOnlyList<string> Remarks);

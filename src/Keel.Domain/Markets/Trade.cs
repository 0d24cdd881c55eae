namespace Keel.Domain.Markets;

/// <summary>One trade: when, at which price, how many lots, and who crossed the spread.</summary>
public readonly record struct Trade(Timestamp Time, Price Price, Quantity Size, Aggressor Aggressor);

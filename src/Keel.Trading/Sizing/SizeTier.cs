using Keel.Domain;

namespace Keel.Trading.Sizing;

/// <summary>How many contracts an account of a certain size may hold at most, and which share of equity one trade may risk.</summary>
/// <param name="UpTo">The largest equity of the tier: a balance equal to it still belongs here. Null in the last tier.</param>
/// <param name="Contracts">The most contracts; 0 where the account is too small to trade.</param>
/// <param name="Share">The share of equity at risk: 0.02 is two per cent.</param>
public sealed record SizeTier(Money? UpTo, int Contracts, decimal Share);

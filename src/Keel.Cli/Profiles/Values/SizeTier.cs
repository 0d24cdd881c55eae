using Keel.Domain;

namespace Keel.Cli.Profiles.Values;

/// <summary>How many contracts an account of a certain size may hold, at which risk; a balance equal to the bound belongs to this tier.</summary>
internal sealed record SizeTier(Money? UpTo, int Contracts, decimal Risk);

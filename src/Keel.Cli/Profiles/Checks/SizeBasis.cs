using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles.Checks;

/// <summary>A size that follows equity has a capital to begin with.</summary>
internal static class SizeBasis
{
    private static readonly ProfileKey[] Following =
    [
        SizeKeys.Tiers,
        SizeKeys.FixedFraction,
        SizeKeys.Volatility,
        SizeKeys.Kelly,
    ];

    /// <summary>Notes a size without a basis, and one beyond its own bound.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (!values.Has(RiskKeys.Capital) && Array.Find(Following, values.Has) is { } following)
        {
            problems.Add(
                values.PlaceOf(following),
                following.Path,
                "this size follows a capital that is not given",
                "add risk.capital, the dollars with which the risk account starts, or give size.contracts"
            );
        }

        if (
            values.TryGet(SizeKeys.Contracts, out var contracts)
            && values.TryGet(SizeKeys.MaxContracts, out var most)
            && contracts > most
        )
        {
            problems.Add(
                values.PlaceOf(SizeKeys.MaxContracts),
                SizeKeys.MaxContracts.Path,
                $"{most} is less than size.contracts {contracts}",
                "lower the one or raise the other"
            );
        }
    }
}

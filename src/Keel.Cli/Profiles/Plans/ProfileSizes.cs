using Keel.Cli.Profiles.Keys;
using Keel.Trading.Sizing;

namespace Keel.Cli.Profiles.Plans;

/// <summary>How a profile counts its contracts.</summary>
internal static class ProfileSizes
{
    /// <summary>The rules; one contract where the profile says nothing.</summary>
    public static SizeRules Of(Profile profile) =>
        new()
        {
            Method = MethodOf(profile),
            Confidence = profile.TryGet(SizeKeys.Confidence, out var ladder)
                ? new ConfidenceLadder([.. ladder.Select(step => new ConfidenceStep(step.From, step.To))])
                : null,
            MaxContracts = profile.Maybe(SizeKeys.MaxContracts),
            Rounding = profile.Get(SizeKeys.Rounding) == "down" ? SizeRounding.Down : SizeRounding.AtLeastOne,
        };

    private static SizeMethod MethodOf(Profile profile) =>
        profile.TryGet(SizeKeys.Tiers, out var tiers) ? new SizeMethod.Tiered(new SizeTiers(tiers))
        : profile.Maybe(SizeKeys.FixedFraction) is { } share ? new SizeMethod.FixedFraction(share)
        : profile.Maybe(SizeKeys.Volatility) is { } target ? new SizeMethod.Volatility(target)
        : profile.Maybe(SizeKeys.Kelly) is { } part ? new SizeMethod.Kelly(part, Meanwhile: 1)
        : new SizeMethod.Fixed(profile.Maybe(SizeKeys.Contracts) ?? 1);
}

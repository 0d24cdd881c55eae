using Keel.Cli.Profiles.Values;
using Keel.Trading.Sizing;

namespace Keel.Cli.Profiles.Keys;

/// <summary>How many contracts an entry takes.</summary>
internal static class SizeKeys
{
    public static readonly KeySection Section = new("size");

    public static readonly ProfileKey<int> Contracts = Section.May(
        "contracts",
        Rules.Whole(1, 1000),
        "Always this many contracts; 1 when no other way of sizing is given."
    );

    public static readonly ProfileKey<IReadOnlyList<SizeTier>> Tiers = Section.May(
        "tiers",
        new SizeTierRule(),
        "Contracts and risk by the size of the account."
    );

    public static readonly ProfileKey<decimal> FixedFraction = Section.May(
        "fixed_fraction",
        Rules.Share(0, 100),
        "Risk this share of equity in every trade."
    );

    public static readonly ProfileKey<decimal> Volatility = Section.May(
        "volatility",
        Rules.Share(0, 1000),
        "Size for this yearly volatility of the account."
    );

    public static readonly ProfileKey<decimal> Kelly = Section.May(
        "kelly",
        Rules.Number(0.01m, 1),
        "Risk this part of the Kelly fraction."
    );

    public static readonly ProfileKey<int> MaxContracts = Section.May(
        "max_contracts",
        Rules.Whole(1, 1000),
        "Never more than this many contracts, however they are counted."
    );

    public static readonly ProfileKey<IReadOnlyList<Step<decimal, decimal>>> Confidence = Section.May(
        "confidence",
        new LadderRule<decimal, decimal>(Rules.Number(0, 1), Rules.Number(0, 10), "{ 0.60: 0.5, 0.70: 1.0 }"),
        "Multiply the size by the step of the model's confidence; below the first there is no trade."
    );

    public static readonly ProfileKey<string> Rounding = Section.May(
        "rounding",
        Rules.Choice("at_least_one", "down"),
        "Whether a size that a multiplier takes below one contract is one, or none.",
        "at_least_one"
    );
}

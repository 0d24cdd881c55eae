using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles.Keys;

/// <summary>What a model shall predict.</summary>
internal static class TargetKeys
{
    public static readonly KeySection Section = new("target");

    public static readonly ProfileKey<string> Kind = Section.May(
        "kind",
        Rules.Choice("direction", "three-class", "volatility", "breakout", "triple-barrier", "reversion"),
        "What is predicted.",
        "direction"
    );

    public static readonly ProfileKey<int> Bars = Section.May("bars", Rules.Whole(1, 10_000), "How many bars ahead.");

    public static readonly ProfileKey<Domain.Span> Time = Section.May(
        "time",
        Rules.Duration,
        "How far ahead in time instead of bars."
    );

    public static readonly ProfileKey<decimal> ThresholdTicks = Section.May(
        "threshold_ticks",
        Rules.Number(0, 1000),
        "A move of more than this is up or down, all else flat; for three classes.",
        "3"
    );

    public static readonly ProfileKey<int> MinMoveTicks = Section.May(
        "min_move_ticks",
        Rules.Whole(0, 1000),
        "Rows that move less are not learnt from.",
        "0"
    );

    public static readonly ProfileKey<decimal> Percentile = Section.May(
        "percentile",
        Rules.Number(1, 99),
        "Above this percentile of the training part volatility counts as high.",
        "60"
    );
}

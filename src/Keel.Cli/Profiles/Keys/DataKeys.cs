using Keel.Cli.Profiles.Values;
using Keel.Domain.Sessions;

namespace Keel.Cli.Profiles.Keys;

/// <summary>Which days are learnt from, which decide, and which are locked away; and how a walk-forward goes over them.</summary>
internal static class DataKeys
{
    public static readonly KeySection Section = new("data");
    public static readonly KeySection WalkSection = new("walkforward");

    public static readonly ProfileKey<DayRange> Train = Section.May(
        "train",
        Rules.Days,
        "The days that models learn from, both ends included."
    );

    public static readonly ProfileKey<DayRange> Validation = Section.May(
        "validation",
        Rules.Days,
        "The days that choose between models and parameters."
    );

    public static readonly ProfileKey<DayRange> Test = Section.May(
        "test",
        Rules.Days,
        "The vault: days that no research command reads until it is opened, once."
    );

    public static readonly ProfileKey<IReadOnlyList<DayRange>> Ignore = Section.May(
        "ignore",
        new ListRule<DayRange>(Rules.Days, "[2020-03-09..2020-03-20]"),
        "Days that are left out of everything.",
        "[]"
    );

    public static readonly ProfileKey<int> Folds = WalkSection.May(
        "folds",
        Rules.Whole(1, 1000),
        "How many folds; without it as many as the months allow."
    );

    public static readonly ProfileKey<int> TrainMonths = WalkSection.May(
        "train_months",
        Rules.Whole(1, 600),
        "Months that a rolling fold learns from."
    );

    public static readonly ProfileKey<int> MinTrainMonths = WalkSection.May(
        "min_train_months",
        Rules.Whole(1, 600),
        "Months that the first fold learns from when folds grow."
    );

    public static readonly ProfileKey<int> ValMonths = WalkSection.May(
        "val_months",
        Rules.Whole(1, 120),
        "Months that validate a fold.",
        "1"
    );

    public static readonly ProfileKey<int> TestMonths = WalkSection.May(
        "test_months",
        Rules.Whole(0, 120),
        "Months that test a fold.",
        "0"
    );

    public static readonly ProfileKey<int> StepMonths = WalkSection.May(
        "step_months",
        Rules.Whole(1, 120),
        "By how many months one fold lies after the other; without it by val_months."
    );
}

using Keel.Cli.Profiles.Keys;
using Keel.Domain.Sessions;

namespace Keel.Cli.Profiles.Checks;

/// <summary>No day belongs to two parts of the data, and time runs from training over validation to test.</summary>
internal static class DataParts
{
    private static readonly (ProfileKey<DayRange> Earlier, ProfileKey<DayRange> Later)[] Pairs =
    [
        (DataKeys.Train, DataKeys.Validation),
        (DataKeys.Validation, DataKeys.Test),
        (DataKeys.Train, DataKeys.Test),
    ];

    /// <summary>Compares each part with each.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        foreach (var (earlierKey, laterKey) in Pairs)
        {
            if (!values.TryGet(earlierKey, out var earlier) || !values.TryGet(laterKey, out var later))
            {
                continue;
            }

            var place = values.PlaceOf(laterKey);
            if (earlier.Overlaps(later))
            {
                var what = $"{later} overlaps {earlierKey.Path} {earlier}";
                problems.Add(place, laterKey.Path, what, $"begin it after {earlier.Last:uuuu-MM-dd}");
            }
            else if (later.Last < earlier.First)
            {
                var what = $"{later} lies before {earlierKey.Path} {earlier}";
                problems.Add(place, laterKey.Path, what, "let train come first, then validation, then test");
            }
        }
    }
}

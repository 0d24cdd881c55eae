using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles.Checks;

/// <summary>Where several keys answer the same question, one of them is given.</summary>
internal static class OneWay
{
    private static readonly ProfileKey[] Stops =
    [
        ExitKeys.StopTicks,
        ExitKeys.StopAtr,
        ExitKeys.StopPercent,
        ExitKeys.StopAmount,
        ExitKeys.StopSwing,
    ];

    private static readonly ProfileKey[][] Ways =
    [
        Stops,
        [ExitKeys.TargetTicks, ExitKeys.TargetAtr, ExitKeys.TargetR],
        [ExitKeys.Time, ExitKeys.TimeBars],
        [SizeKeys.Contracts, SizeKeys.Tiers, SizeKeys.FixedFraction, SizeKeys.Volatility, SizeKeys.Kelly],
        [CostKeys.PerSide, CostKeys.Preset],
        [TargetKeys.Bars, TargetKeys.Time],
        [DataKeys.TrainMonths, DataKeys.MinTrainMonths],
    ];

    /// <summary>Notes a second answer, and exits without a stop.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        foreach (var way in Ways)
        {
            var given = Array.FindAll(way, values.Has);
            foreach (var other in given.Skip(1))
            {
                problems.Add(
                    values.PlaceOf(other),
                    other.Path,
                    $"{given[0].Path} is given too, and both answer the same question",
                    $"keep one; --set {given[0].Path}= removes a key of the file"
                );
            }
        }

        // A stop that could not be read has been told already.
        if (!Array.Exists(Stops, stop => values.Has(stop) || problems.Names(stop)) && FirstExit(values) is { } exit)
        {
            problems.Add(
                values.PlaceOf(exit),
                exit.Path,
                "the exits have no stop, and no position may be open without one",
                "add exits.stop_ticks, exits.stop_atr, exits.stop_percent, exits.stop_amount or exits.stop_swing"
            );
        }
    }

    private static ProfileKey? FirstExit(ProfileValues values) => ExitKeys.Section.Keys.FirstOrDefault(values.Has);
}

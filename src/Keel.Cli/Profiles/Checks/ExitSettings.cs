using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles.Checks;

/// <summary>Exits that depend on each other are given together, and in a sensible order.</summary>
internal static class ExitSettings
{
    /// <summary>Notes those that are not.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (values.Has(ExitKeys.TrailStep) && !values.Has(ExitKeys.TrailStart))
        {
            problems.Add(
                values.PlaceOf(ExitKeys.TrailStep),
                ExitKeys.TrailStep.Path,
                "the stop never begins to follow: exits.trail_start_ticks is not given",
                "add exits.trail_start_ticks, or remove this line"
            );
        }

        if (
            values.TryGet(ExitKeys.ExitConfidence, out var leave)
            && values.TryGet(ExitKeys.ReverseConfidence, out var turn)
            && turn < leave
        )
        {
            problems.Add(
                values.PlaceOf(ExitKeys.ReverseConfidence),
                ExitKeys.ReverseConfidence.Path,
                $"{turn} is below exits.exit_confidence {leave}: a position would be turned round where it may not even be left",
                "raise the one or lower the other"
            );
        }
    }
}

using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The limits that count can all be reached, and longer losing streaks do not pause for less.</summary>
internal static class RiskCounts
{
    /// <summary>Notes those that cannot.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (
            values.TryGet(RiskKeys.TradesPerDay, out var trades)
            && values.TryGet(RiskKeys.LossesPerDay, out var losses)
            && losses > trades
        )
        {
            Note(values, problems, RiskKeys.LossesPerDay, $"{losses} losses cannot happen within risk.trades_per_day {trades}");
        }

        if (
            values.TryGet(RiskKeys.VolatilityHalf, out var half)
            && values.TryGet(RiskKeys.VolatilityPause, out var pause)
            && pause <= half
        )
        {
            Note(values, problems, RiskKeys.VolatilityPause, $"{pause} is not above risk.volatility_half {half}");
        }

        Streaks(values, problems);
    }

    private static void Streaks(ProfileValues values, ProblemList problems)
    {
        if (!values.TryGet(RiskKeys.Streaks, out var streaks))
        {
            return;
        }

        for (var i = 1; i < streaks.Count; i++)
        {
            if (streaks[i].To < streaks[i - 1].To)
            {
                Note(
                    values,
                    problems,
                    RiskKeys.Streaks,
                    $"{streaks[i].From} losses pause for less than {streaks[i - 1].From} do"
                );
                return;
            }
        }
    }

    private static void Note(ProfileValues values, ProblemList problems, ProfileKey key, string what) =>
        problems.Add(values.PlaceOf(key), key.Path, what, "raise the one or lower the other");
}

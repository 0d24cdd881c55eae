using Keel.Cli.Profiles.Keys;
using Keel.Domain;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The steps towards the day's end become stricter as it comes nearer.</summary>
internal static class SessionLadder
{
    private static readonly string[] Strictness = ["half_size", "no_entry", "exit_passive", "exit_market"];

    /// <summary>Notes a step that comes after a stricter one.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (!values.TryGet(SessionKeys.Ladder, out var ladder))
        {
            return;
        }

        // The steps are sorted by their time before the end, so that the last one comes first in the day.
        for (var i = ladder.Count - 1; i > 0; i--)
        {
            var (earlier, later) = (ladder[i], ladder[i - 1]);
            if (Array.IndexOf(Strictness, later.To) <= Array.IndexOf(Strictness, earlier.To))
            {
                problems.Add(
                    values.PlaceOf(SessionKeys.Ladder),
                    SessionKeys.Ladder.Path,
                    later.To == earlier.To
                        ? $"{later.To} stands there twice"
                        : $"{later.To} at {Text(later.From)} before the end comes after {earlier.To} at {Text(earlier.From)}",
                    $"let the steps follow each other as {string.Join(", ", Strictness)}"
                );
                return;
            }
        }
    }

    private static string Text(Span time) =>
        time.Nanoseconds % Span.FromMinutes(1).Nanoseconds == 0
            ? $"{time.Nanoseconds / Span.FromMinutes(1).Nanoseconds}m"
            : time.ToString();
}

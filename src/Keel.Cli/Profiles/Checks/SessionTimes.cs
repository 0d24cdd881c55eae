using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Values;
using NodaTime;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The times of a session follow one another.</summary>
internal static class SessionTimes
{
    // The trading day of the futures begins at 18:00 New York, so that 23:30 comes before 00:30.
    private const int DayStartsAt = 18 * 3600;
    private const int SecondsOfDay = 24 * 3600;

    /// <summary>Entries end before the position is closed, and regular hours do not run backwards.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (
            values.TryGet(SessionKeys.NoEntry, out var noEntry)
            && values.TryGet(SessionKeys.Flat, out var flat)
            && InDay(values, flat) <= InDay(values, noEntry)
        )
        {
            problems.Add(
                values.PlaceOf(SessionKeys.Flat),
                SessionKeys.Flat.Path,
                $"{flat:HH:mm:ss} is not after session.no_entry {noEntry:HH:mm:ss}",
                "let entries end before the position is closed"
            );
        }

        if (values.TryGet(SessionKeys.Start, out var start) && values.TryGet(SessionKeys.End, out var end) && end <= start)
        {
            problems.Add(
                values.PlaceOf(SessionKeys.End),
                SessionKeys.End.Path,
                $"{end:HH:mm:ss} is not after session.start {start:HH:mm:ss}",
                "give the later time as the end"
            );
        }

        CheckStart(values, problems);
        if (values.Has(SessionKeys.Ladder) && values.Has(SessionKeys.NoEntry))
        {
            problems.Add(
                values.PlaceOf(SessionKeys.Ladder),
                SessionKeys.Ladder.Path,
                "session.no_entry is given too, and the ladder has a step for it",
                "keep one of them"
            );
        }
    }

    private static void CheckStart(ProfileValues values, ProblemList problems)
    {
        if (values.Has(SessionKeys.Start) != values.Has(SessionKeys.End))
        {
            var (given, missing) = values.Has(SessionKeys.Start)
                ? (SessionKeys.Start, SessionKeys.End)
                : (SessionKeys.End, SessionKeys.Start);
            problems.Add(
                values.PlaceOf(given),
                given.Path,
                $"{missing.Path} is not given, and the profile's hours need both",
                $"add {missing.Path}, or remove this line for the instrument's own hours"
            );
        }
        else if (
            values.TryGet(SessionKeys.Start, out var start)
            && values.TryGet(SessionKeys.NoEntry, out var noEntry)
            && values.Get(MarketKeys.Hours) == MarketHours.Regular
            && noEntry <= start
        )
        {
            problems.Add(
                values.PlaceOf(SessionKeys.NoEntry),
                SessionKeys.NoEntry.Path,
                $"{noEntry:HH:mm:ss} is not after session.start {start:HH:mm:ss}, so that nothing would ever be entered",
                "let entries end after they begin"
            );
        }
    }

    private static int InDay(ProfileValues values, LocalTime time)
    {
        var seconds = (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);
        var wholeDay =
            values.TryGet(MarketKeys.Hours, out var hours)
            && hours != MarketHours.Regular
            && values.TryGet(SessionKeys.Calendar, out var calendar)
            && calendar == ProfileCalendar.Exchange;
        return wholeDay ? (seconds - DayStartsAt + SecondsOfDay) % SecondsOfDay : seconds;
    }
}

namespace Keel.Research.Reference;

/// <summary>
/// The sessions of the reference data: 09:30:00 to 15:59:59 in New York on every weekday from 2 January 2024, holidays and early closes of two
/// years left out. Its own rule instead of the trading calendar, so that the data stays the same when the calendar learns something.
/// </summary>
public static class ReferenceSessions
{
    /// <summary>The second of the local day at which a session's first bar opens.</summary>
    public const int FirstSecond = 34_200;

    /// <summary>The second of the local day at which a session's last bar opens.</summary>
    public const int LastSecond = 57_599;

    /// <summary>Seconds in a day of UTC.</summary>
    public const int SecondsPerDay = 86_400;

    private static readonly int UnixDay = new DateOnly(1970, 1, 1).DayNumber;

    private static readonly HashSet<DateOnly> LeftOut =
    [
        new(2024, 1, 15),
        new(2024, 2, 19),
        new(2024, 3, 29),
        new(2024, 5, 27),
        new(2024, 6, 19),
        new(2024, 7, 3),
        new(2024, 7, 4),
        new(2024, 9, 2),
        new(2024, 11, 28),
        new(2024, 11, 29),
        new(2024, 12, 24),
        new(2024, 12, 25),
        new(2025, 1, 1),
        new(2025, 1, 9),
        new(2025, 1, 20),
        new(2025, 2, 17),
        new(2025, 4, 18),
        new(2025, 5, 26),
        new(2025, 6, 19),
        new(2025, 7, 3),
        new(2025, 7, 4),
        new(2025, 9, 1),
        new(2025, 11, 27),
        new(2025, 11, 28),
        new(2025, 12, 24),
        new(2025, 12, 25),
    ];

    /// <summary>The day before the first session.</summary>
    public static DateOnly Eve => new(2024, 1, 1);

    /// <summary>The next day after this one that has a session.</summary>
    public static DateOnly After(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        } while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || LeftOut.Contains(day));

        return day;
    }

    /// <summary>The second of UTC, counted from 1970, at which the local day begins by the clock that New York shows in its session.</summary>
    public static int Midnight(DateOnly day) => ((day.DayNumber - UnixDay) * SecondsPerDay) + (HoursBehindUtc(day) * 3600);

    /// <summary>The same for the local day of a bar. Sessions lie within one day of UTC, so its date is the local one.</summary>
    public static int MidnightBefore(int second) => Midnight(DateOnly.FromDayNumber(UnixDay + (second / SecondsPerDay)));

    private static int HoursBehindUtc(DateOnly day)
    {
        var summer = SundayFrom(new DateOnly(day.Year, 3, 8));
        var winter = SundayFrom(new DateOnly(day.Year, 11, 1));
        return day >= summer && day < winter ? 4 : 5;
    }

    private static DateOnly SundayFrom(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}

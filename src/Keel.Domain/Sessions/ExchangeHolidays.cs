using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The US holidays that the exchange observes, by rule: full closures and midday halts alike.</summary>
public static class ExchangeHolidays
{
    private const string NewYear = "New Year's Day";
    private const string GoodFriday = "Good Friday";
    private const string Christmas = "Christmas";

    /// <summary>The holiday that falls, or is observed, on a date; null on any other date.</summary>
    public static string? NameOf(LocalDate date)
    {
        foreach (var (observed, name) in Of(date.Year))
        {
            if (observed == date)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Whether trading business goes on: a weekday that is no holiday (a holiday with a midday halt is one all the same).</summary>
    public static bool IsBusinessDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && NameOf(date) is null;

    /// <summary>What sort of weekday a date is for the exchanges.</summary>
    internal static ExchangeDays KindOf(LocalDate date) =>
        NameOf(date) switch
        {
            NewYear => ExchangeDays.NewYear,
            GoodFriday => ExchangeDays.GoodFriday,
            Christmas => ExchangeDays.Christmas,
            null => KindOfWorkday(date),
            _ => ExchangeDays.MinorHoliday,
        };

    /// <summary>All holidays observed in a year, in order.</summary>
    public static IEnumerable<(LocalDate Observed, string Name)> Of(int year)
    {
        // A New Year's Day on a Saturday is not moved into the old year: the books must close on its last day.
        var newYear = new LocalDate(year, 1, 1);
        if (newYear.DayOfWeek != IsoDayOfWeek.Saturday)
        {
            yield return (MovedToWeekday(newYear), NewYear);
        }

        yield return (NthWeekday(year, 1, IsoDayOfWeek.Monday, 3), "Martin Luther King Day");
        yield return (NthWeekday(year, 2, IsoDayOfWeek.Monday, 3), "Presidents Day");
        yield return (EasterSunday(year).PlusDays(-2), GoodFriday);
        yield return (LastWeekday(year, 5, IsoDayOfWeek.Monday), "Memorial Day");
        if (year >= 2022)
        {
            yield return (MovedToWeekday(new LocalDate(year, 6, 19)), "Juneteenth");
        }

        yield return (MovedToWeekday(new LocalDate(year, 7, 4)), "Independence Day");
        yield return (NthWeekday(year, 9, IsoDayOfWeek.Monday, 1), "Labor Day");
        yield return (NthWeekday(year, 11, IsoDayOfWeek.Thursday, 4), "Thanksgiving");
        yield return (MovedToWeekday(new LocalDate(year, 12, 25)), Christmas);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).</summary>
    public static LocalDate EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }

    // Asked of weekdays that are no holiday, which is why July 3 and December 24 need no further test: on a Friday they would be the holiday.
    private static ExchangeDays KindOfWorkday(LocalDate date) =>
        (date.Month, date.Day) switch
        {
            (12, 24) => ExchangeDays.ChristmasEve,
            (7, 3) => ExchangeDays.IndependenceEve,
            (11, _) when date.PlusDays(-1) == NthWeekday(date.Year, 11, IsoDayOfWeek.Thursday, 4) =>
                ExchangeDays.DayAfterThanksgiving,
            _ => ExchangeDays.Ordinary,
        };

    private static LocalDate MovedToWeekday(LocalDate date) =>
        date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => date.PlusDays(-1),
            IsoDayOfWeek.Sunday => date.PlusDays(1),
            _ => date,
        };

    private static LocalDate NthWeekday(int year, int month, IsoDayOfWeek day, int n) =>
        new LocalDate(year, month, 1).PlusDays(-1).Next(day).PlusWeeks(n - 1);

    private static LocalDate LastWeekday(int year, int month, IsoDayOfWeek day) =>
        new LocalDate(year, month, 1).PlusMonths(1).Previous(day);
}

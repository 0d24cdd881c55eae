using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

public class CalendarShapeTests
{
    private static readonly (LocalDate From, LocalDate To) Years = (new(2018, 1, 1), new(2029, 1, 1));

    [Fact]
    public void Deleting_an_exception_changes_only_its_date()
    {
        var exceptions = SessionFacts.Exceptions("equity_index");
        Assert.NotEmpty(exceptions);
        foreach (var day in exceptions.Keys)
        {
            var fewer = exceptions.Where(row => row.Key != day).ToDictionary(row => row.Key, row => row.Value);
            var without = TradingCalendar.Of(ExchangeRules.EquityIndex, fewer);
            var changed = TradingCalendar
                .EquityIndex.Sessions(Years.From, Years.To)
                .Where(session => session != without.SessionOn(session.Day))
                .Select(session => session.Day);
            Assert.Equal([day], changed);
        }
    }

    [Theory]
    [InlineData(9, 30, 17, 0, "14:30-22:00", "14:30-18:30")] // as one public calendar has it
    [InlineData(8, 0, 17, 0, "13:00-22:00", "13:00-18:30")]
    [InlineData(10, 0, 11, 0, "15:00-16:00", "15:00-16:00")]
    [InlineData(13, 30, 14, 30, "18:30-19:30", "none")]
    [InlineData(16, 0, 20, 0, "21:00-22:00", "none")] // never beyond the close
    public void Crude_keeps_the_regular_hours_it_is_given(
        int fromHour,
        int fromMinute,
        int toHour,
        int toMinute,
        string regular,
        string early
    )
    {
        var calendar = TradingCalendar.EnergyCrude.WithRegularHours(
            new LocalTime(fromHour, fromMinute),
            new LocalTime(toHour, toMinute),
            TradingZones.NewYork
        );
        Assert.Equal(regular, Regular(calendar, new LocalDate(2024, 12, 10)));
        Assert.Equal(early, Regular(calendar, new LocalDate(2024, 12, 24)));
        Assert.Equal("none", Regular(calendar, new LocalDate(2025, 1, 20)));
        Assert.Equal("14:00-19:30", Regular(TradingCalendar.EnergyCrude, new LocalDate(2024, 12, 10)));
    }

    [Fact]
    public void Regular_hours_may_be_told_on_another_clock()
    {
        var chicago = TradingCalendar.EnergyCrude.WithRegularHours(
            new LocalTime(8, 0),
            new LocalTime(13, 30),
            TradingZones.Chicago
        );
        Assert.Equal(TradingCalendar.EnergyCrude.Sessions(Years.From, Years.To), chicago.Sessions(Years.From, Years.To));
    }

    [Fact]
    public void Regular_hours_that_end_before_they_begin_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            TradingCalendar.EnergyCrude.WithRegularHours(new LocalTime(14, 30), new LocalTime(9, 0), TradingZones.NewYork)
        );

    [Fact]
    public void Many_threads_see_one_calendar()
    {
        var fresh = TradingCalendar.Of(ExchangeRules.EnergyCrude);
        var days = new LocalDate?[20_000];
        Parallel.For(0, days.Length, i => days[i] = fresh.TradingDayAt(Hourly(i)));
        for (var i = 0; i < days.Length; i++)
        {
            Assert.Equal(TradingCalendar.EnergyCrude.TradingDayAt(Hourly(i)), days[i]);
        }
    }

    private static Timestamp Hourly(int i) => Timestamp.Parse("2024-06-01T00:00:00Z") + Span.FromHours(i % 8_000);

    private static string Regular(TradingCalendar calendar, LocalDate day) =>
        calendar.SessionOn(day)!.RegularHours is { } hours
            ? $"{hours.Start.ToString()[11..16]}-{hours.End.ToString()[11..16]}"
            : "none";
}

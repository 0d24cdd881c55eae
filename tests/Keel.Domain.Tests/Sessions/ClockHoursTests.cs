using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

public class ClockHoursTests
{
    private static readonly ClockHours Clock = ClockHours.NewYork;

    [Fact]
    public void The_day_is_the_new_york_date_six_hours_later_at_any_instant() =>
        AnyInstant.Of(
            TradingCalendar.EquityIndex,
            at =>
            {
                var local = at.ToInstant().InZone(TradingZones.NewYork);
                var later = (at + Span.FromHours(6)).ToInstant().InZone(TradingZones.NewYork);
                var regular = local.TimeOfDay >= new LocalTime(9, 30) && local.TimeOfDay < new LocalTime(16, 0);
                Assert.Equal(later.Date, Clock.TradingDayAt(at));
                Assert.Equal(regular ? DayPart.Rth : DayPart.Eth, Clock.PartAt(at));
            }
        );

    [Fact]
    public void A_cursor_walks_by_the_clock_as_by_a_calendar()
    {
        var cursor = new SessionCursor(Clock);
        AnyInstant.Of(
            TradingCalendar.EquityIndex,
            at =>
            {
                Assert.True(cursor.TryMove(at.UnixNanoseconds));
                Assert.Equal(Clock.PartAt(at), cursor.Part);
                Assert.Equal(Clock.TradingDayAt(at), new LocalDate(1970, 1, 1).PlusDays(cursor.DayNumber));
                Assert.True(cursor.From <= at.UnixNanoseconds && at.UnixNanoseconds < cursor.Until);
            }
        );
    }

    [Fact]
    public void In_every_regular_session_it_agrees_with_the_calendar()
    {
        foreach (var session in TradingCalendar.EquityIndex.Sessions(new(2019, 1, 1), new(2028, 1, 1)))
        {
            if (session.Kind == SessionKind.Regular)
            {
                Assert.Equal(session.Day, Clock.TradingDayAt(session.Hours!.Start));
                Assert.Equal(session.Day, Clock.TradingDayAt(session.Hours.End - new Span(1)));
                Assert.Equal(session.RegularHours, Clock.SessionAt(session.Hours.Start).RegularHours);
            }
        }
    }

    [Fact]
    public void With_the_times_of_a_calendar_it_has_that_calendars_regular_hours_on_holidays_too()
    {
        var crude = ClockHours.WithRegularHoursOf(TradingCalendar.EnergyCrude);
        Assert.Equal(DayPart.Eth, crude.PartAt(Timestamp.Parse("2024-12-25T13:59:59Z")));
        Assert.Equal(DayPart.Rth, crude.PartAt(Timestamp.Parse("2024-12-25T14:00:00Z")));
        Assert.Equal(DayPart.Rth, crude.PartAt(Timestamp.Parse("2024-12-25T19:29:59Z")));
        Assert.Equal(DayPart.Eth, crude.PartAt(Timestamp.Parse("2024-12-25T19:30:00Z")));
        Assert.Equal(
            ClockHours.NewYork.SessionAt(Timestamp.Parse("2024-12-25T15:00:00Z")).RegularHours,
            ClockHours
                .WithRegularHoursOf(TradingCalendar.EquityIndex)
                .SessionAt(Timestamp.Parse("2024-12-25T15:00:00Z"))
                .RegularHours
        );
    }

    [Fact]
    public void It_knows_no_holiday_and_says_that_nobody_checked()
    {
        var christmas = Timestamp.Parse("2024-12-25T15:00:00Z");
        Assert.Equal(DayPart.Rth, Clock.PartAt(christmas));
        Assert.False(Clock.SessionAt(christmas).IsKnown);
    }

    [Fact]
    public void It_takes_other_regular_hours()
    {
        var pit = ClockHours.WithRegularHours(new LocalTime(9, 0), new LocalTime(14, 30));
        Assert.Equal(DayPart.Rth, pit.PartAt(Timestamp.Parse("2010-07-01T13:00:00Z")));
        Assert.Equal(DayPart.Eth, pit.PartAt(Timestamp.Parse("2010-07-01T18:30:00Z")));
    }
}

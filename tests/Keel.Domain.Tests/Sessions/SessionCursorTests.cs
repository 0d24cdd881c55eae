using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

public class SessionCursorTests
{
    public static TheoryData<string> Names => ["equity_index", "energy_crude", "continuous"];

    [Theory, MemberData(nameof(Names))]
    public void In_any_order_it_tells_what_the_calendar_tells(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var cursor = new SessionCursor(calendar);
        AnyInstant.Of(calendar, at => Agrees(cursor, calendar, at));
    }

    [Theory, MemberData(nameof(Names))]
    public void In_order_it_tells_what_the_calendar_tells(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var cursor = new SessionCursor(calendar);
        foreach (var border in AnyInstant.Borders(calendar).Order())
        {
            Agrees(cursor, calendar, new Timestamp(border - 1));
            Agrees(cursor, calendar, new Timestamp(border));
        }
    }

    [Fact]
    public void A_stretch_is_as_long_as_its_answer_holds()
    {
        var calendar = TradingCalendar.EquityIndex;
        var cursor = new SessionCursor(calendar);
        AnyInstant.Of(
            calendar,
            at =>
            {
                var (part, session) = (cursor.MoveTo(at.UnixNanoseconds), cursor.Session);
                var (before, last) = (new Timestamp(cursor.From - 1), new Timestamp(cursor.Until - 1));
                Assert.True(cursor.From <= at.UnixNanoseconds && at.UnixNanoseconds < cursor.Until);
                Assert.Equal((part, session), (calendar.PartAt(last), calendar.SessionAt(last)));
                Assert.NotEqual((part, session), (calendar.PartAt(before), calendar.SessionAt(before)));
            }
        );
    }

    [Fact]
    public void Walking_over_a_stretch_allocates_nothing()
    {
        var cursor = new SessionCursor(TradingCalendar.EquityIndex);
        var open = Timestamp.Parse("2024-03-12T13:30:00Z").UnixNanoseconds;
        cursor.TryMove(open);
        var regular = 0;
        Assert.Equal(0, Allocation.Least(Walk));
        Assert.Equal(23_400, regular);

        void Walk()
        {
            regular = 0;
            for (var second = 0; second < 23_400; second++)
            {
                regular += cursor.MoveTo(open + (second * Timestamp.NanosecondsPerSecond)) == DayPart.Rth ? 1 : 0;
            }
        }
    }

    [Fact]
    public void The_ends_of_time_are_closed()
    {
        var cursor = new SessionCursor(TradingCalendar.EquityIndex);
        Assert.False(cursor.TryMove(long.MinValue));
        Assert.False(cursor.TryMove(long.MaxValue));
        Assert.False(cursor.TryMove(long.MinValue));
        Assert.Equal(DayPart.Closed, cursor.Part);
    }

    private static void Agrees(SessionCursor cursor, TradingCalendar calendar, Timestamp at)
    {
        var session = calendar.SessionAt(at);
        Assert.Equal(session is not null, cursor.TryMove(at.UnixNanoseconds));
        Assert.Same(session, cursor.Session);
        Assert.Equal(calendar.PartAt(at), cursor.Part);
        if (session is null)
        {
            return;
        }

        Assert.Equal(session.Day, new LocalDate(1970, 1, 1).PlusDays(cursor.DayNumber));
        Assert.Equal(session.Hours, Range(cursor.Open, cursor.Close));
        Assert.Equal(session.RegularHours, Range(cursor.RthOpen, cursor.RthClose));
        Assert.Equal(session.Pause, Range(cursor.PauseStart, cursor.PauseEnd));
    }

    private static TimeRange? Range(long start, long end) =>
        start == end ? null : new TimeRange(new Timestamp(start), new Timestamp(end));
}

using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

public class SessionPropertyTests
{
    public static TheoryData<string> Names => ["equity_index", "energy_crude", "continuous"];

    [Theory, MemberData(nameof(Names))]
    public void Every_instant_has_a_part_and_closed_belongs_to_no_day_but_in_the_pause(string name)
    {
        var calendar = TradingCalendar.Find(name);
        AnyInstant.Of(
            calendar,
            at =>
            {
                var session = calendar.SessionAt(at);
                var part = calendar.PartAt(at);
                Assert.Equal(session?.Day, calendar.TradingDayAt(at));
                Assert.Equal(session?.EarliestClose, calendar.FlatBy(at));
                Assert.True(calendar.Knows(at));
                if (session is null)
                {
                    Assert.Equal(DayPart.Closed, part);
                    return;
                }

                var paused = session.Pause?.Contains(at) == true;
                var regular = session.RegularHours?.Contains(at) == true;
                Assert.Equal(
                    paused ? DayPart.Closed
                        : regular ? DayPart.Rth
                        : DayPart.Eth,
                    part
                );
                Assert.True(session.Hours!.Contains(at));
            }
        );
    }

    [Theory, MemberData(nameof(Names))]
    public void The_next_open_and_close_lie_strictly_ahead_and_belong_to_each_other(string name)
    {
        var calendar = TradingCalendar.Find(name);
        AnyInstant.Of(
            calendar,
            at =>
            {
                var (open, close) = (calendar.NextOpen(at), calendar.NextClose(at));
                Assert.True(open > at && close > at);

                // At its open a session has begun, at its close it has ended.
                Assert.NotEqual(DayPart.Closed, calendar.PartAt(open));
                Assert.NotNull(calendar.SessionAt(close - new Span(1)));
                Assert.NotEqual(calendar.SessionAt(close - new Span(1)), calendar.SessionAt(close));
                if (calendar.SessionAt(at) is { } session)
                {
                    Assert.Equal(session.Hours!.End, close);
                }
                else
                {
                    Assert.Equal(open, calendar.SessionAt(open)!.Hours!.Start);
                    Assert.Equal(close, calendar.SessionAt(open)!.Hours!.End);
                    Assert.Null(calendar.SessionAt(open - new Span(1)));
                }
            }
        );
    }

    [Theory, MemberData(nameof(Names))]
    public void Sessions_are_disjoint_and_regular_hours_lie_inside(string name)
    {
        var previous = Timestamp.MinValue;
        foreach (var session in Known(name))
        {
            Assert.True(session.Hours!.Start >= previous);
            Assert.True(session.EarliestClose <= session.Hours.End);
            if (session.RegularHours is { } regular)
            {
                Assert.True(regular.Start >= session.Hours.Start && regular.End <= session.Hours.End);
            }

            if (session.Pause is { } pause)
            {
                Assert.True(pause.Start >= session.Hours.Start && pause.End < session.Hours.End);
            }

            previous = session.Hours.End;
        }
    }

    [Fact]
    public void A_regular_session_lasts_23_hours_with_a_pause_of_15_minutes_until_june_2021()
    {
        var lastPause = new LocalDate(2021, 6, 25);
        foreach (var session in Known("equity_index").Where(session => session.Kind == SessionKind.Regular))
        {
            Assert.Equal(Span.FromHours(23), session.Hours!.Length);
            Assert.Equal(Span.FromMinutes(390), session.RegularHours!.Length);
            Assert.Equal(session.Day <= lastPause ? Span.FromMinutes(15) : Span.Zero, session.Pause?.Length ?? Span.Zero);
        }

        Assert.All(Known("energy_crude"), session => Assert.Null(session.Pause));
    }

    [Fact]
    public void Regular_hours_of_an_early_close_last_three_and_a_half_hours_or_not_at_all()
    {
        foreach (var session in Known("equity_index").Where(session => session.Kind != SessionKind.Regular))
        {
            Assert.True(session.RegularHours is null || session.RegularHours.Length == Span.FromMinutes(210));
        }
    }

    [Theory]
    [InlineData("equity_index", 76 * 60 + 45)]
    [InlineData("energy_crude", 76 * 60 + 15)]
    public void The_longest_gap_is_christmas_with_its_weekend(string name, int minutes)
    {
        var (from, to) = (Timestamp.Parse("2019-01-02T00:00:00Z"), Timestamp.Parse("2027-12-31T00:00:00Z"));
        var gaps = TradingCalendar.Find(name).ClosedTimes(from, to).ToList();
        Assert.Equal(minutes, gaps.Max(gap => gap.Length.TotalMinutes));
    }

    [Fact]
    public void Sunday_evening_counts_to_monday_at_every_clock_change()
    {
        foreach (var change in ClockChanges.Of(TradingZones.Chicago))
        {
            var sunday = change.ToInstant().InZone(TradingZones.Chicago).Date;
            Assert.Equal(IsoDayOfWeek.Sunday, sunday.DayOfWeek);
            foreach (var calendar in new[] { TradingCalendar.EquityIndex, TradingCalendar.EnergyCrude })
            {
                Assert.Null(calendar.SessionAt(change));
                var open = calendar.NextOpen(change);
                Assert.Equal(sunday + new LocalTime(17, 0), open.ToInstant().InZone(calendar.Zone).LocalDateTime);
                Assert.Equal(sunday.PlusDays(1), calendar.TradingDayAt(open));
                Assert.Null(calendar.SessionOn(sunday));
            }
        }
    }

    [Fact]
    public void Both_sides_of_midnight_belong_to_the_day_of_the_close()
    {
        foreach (var session in Known("equity_index"))
        {
            foreach (var zone in new[] { TradingZones.Chicago, TradingZones.NewYork, DateTimeZone.Utc })
            {
                var midnight = Timestamp.FromInstant(zone.AtStartOfDay(session.Day).ToInstant());
                Assert.Equal(session.Day, TradingCalendar.EquityIndex.TradingDayAt(midnight));
                Assert.Equal(session.Day, TradingCalendar.EquityIndex.TradingDayAt(midnight - new Span(1)));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Closed_times_and_open_times_fill_a_period_without_a_seam(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var (from, to) = (Timestamp.Parse("2020-06-05T12:34:56Z"), Timestamp.Parse("2021-08-01T22:30:00Z"));
        var closed = calendar.ClosedTimes(from, to).ToList();
        var open = Known(name)
            .Where(session => session.Hours!.End > from && session.Hours.Start < to)
            .Sum(session =>
                (Min(session.Hours!.End, to) - Max(session.Hours.Start, from)).Nanoseconds
                - (session.Pause?.Length ?? Span.Zero).Nanoseconds
            );
        Assert.Equal((to - from).Nanoseconds, open + closed.Sum(gap => gap.Length.Nanoseconds));
        Assert.All(closed, gap => Assert.Equal(DayPart.Closed, calendar.PartAt(gap.Start)));
        Assert.All(closed, gap => Assert.Equal(DayPart.Closed, calendar.PartAt(gap.End - new Span(1))));
        Assert.All(closed.Zip(closed.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.Empty(calendar.ClosedTimes(to, to));
    }

    private static IEnumerable<TradingSession> Known(string name) =>
        TradingCalendar
            .Find(name)
            .Sessions(new LocalDate(2019, 1, 1), new LocalDate(2028, 1, 1))
            .Where(session => session.Hours is not null);

    private static Timestamp Min(Timestamp left, Timestamp right) => left < right ? left : right;

    private static Timestamp Max(Timestamp left, Timestamp right) => left > right ? left : right;
}

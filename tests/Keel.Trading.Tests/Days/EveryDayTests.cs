using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.Tests.Days;

/// <summary>Control T01's proof: every calendar day from 2019 to 2030, every profile, both exchanges.</summary>
public sealed class EveryDayTests
{
    private static readonly LocalDate First = new(2019, 1, 1);
    private static readonly LocalDate End = new(2031, 1, 1);

    public static TheoryData<string> Names =>
        ["A", "A on TopstepX", "B", "B on TopstepX", "silent", "silent on TopstepX", "late", "overnight"];

    [Theory, MemberData(nameof(Names))]
    public void The_phases_come_in_order_and_flat_by_before_every_close(string profile)
    {
        var rules = Profiles.Of(profile);
        foreach (var calendar in (TradingCalendar[])[TradingCalendar.EquityIndex, TradingCalendar.EnergyCrude])
        {
            var plans = DayPlans.On(calendar, rules);
            foreach (var session in calendar.Sessions(First, End).Where(session => session.Hours is not null))
            {
                var plan = plans.At(session.Hours!.Start);
                var end = plan.End;
                Timestamp?[] phases =
                [
                    plan.Begins,
                    end.HalfSize,
                    end.NoEntry,
                    end.ExitPassive,
                    end.ExitMarket,
                    end.CloseByContract,
                    end.Overdue,
                    session.EarliestClose,
                    session.Hours.End,
                    plan.Until,
                ];
                var present = phases.Where(phase => phase is not null).Select(phase => phase!.Value).ToList();

                Assert.Equal(present.Order(), present);
                Assert.Equal(session.Day, plan.Day);
                Assert.Equal(rules.Overnight, end.FlatBy is null);
                Assert.True(end.FlatBy is null || end.FlatBy <= end.Overdue);
                if (rules.Venue is { } venue)
                {
                    Assert.True(end.Overdue <= venue.FlatByOn(session.Day));
                    Assert.True(end.Overdue <= session.EarliestClose!.Value - venue.BeforeEarlyClose(session.Day));
                }
            }
        }
    }

    [Theory]
    [InlineData("A", "16:30")]
    [InlineData("A on TopstepX", "16:08")]
    [InlineData("B", "15:55")]
    [InlineData("B on TopstepX", "15:55")]
    [InlineData("silent", "17:00")]
    public void Flat_by_shows_the_same_time_on_New_Yorks_clocks_but_on_early_closes(string profile, string time)
    {
        var plans = DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of(profile));
        var days = TradingCalendar
            .EquityIndex.Sessions(First, End)
            .Where(session => session.Hours is not null)
            .Select(session => (session.Kind, Plan: plans.At(session.Hours!.Start), session.EarliestClose))
            .ToList();

        Assert.True(days.Count > 3_000);
        Assert.All(
            days,
            day =>
            {
                var isUsual = day.EarliestClose!.Value >= Wall.At($"{day.Plan.Day:uuuu-MM-dd} 17:00");
                Assert.Equal(isUsual, Wall.Time(day.Plan.End.FlatBy) == time);
                Assert.Equal(day.Plan.Day, Wall.Shown(day.Plan.End.FlatBy!.Value).Date);
            }
        );
    }

    [Fact]
    public void The_plans_follow_one_another_without_gap_and_the_clock_walks_through_them_as_they_say()
    {
        var plans = DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("A on TopstepX"));
        var (walking, jumping) = (new DayClock(plans), new DayClock(plans));
        var end = Wall.At("2031-01-01 00:00").UnixNanoseconds;
        var day = int.MinValue;
        for (var at = Wall.At("2019-01-02 00:00").UnixNanoseconds; at < end; at = walking.NextChange)
        {
            Assert.True(walking.MoveTo(at));
            Assert.True(walking.NextChange > at);
            Assert.True(walking.DayNumber >= day);
            Assert.Equal(walking.Phase >= DayPhase.NoEntries, walking.Window is EntryWindow.DayEnds or EntryWindow.Closed);
            day = walking.DayNumber;

            // The last nanosecond before the change is still the same, for a clock that comes from elsewhere too.
            Assert.False(walking.MoveTo(walking.NextChange - 1));
            jumping.MoveTo(walking.NextChange - 1);
            Assert.Equal(
                (walking.Phase, walking.Window, walking.IsInOwnHours, walking.DayNumber, walking.NextChange),
                (jumping.Phase, jumping.Window, jumping.IsInOwnHours, jumping.DayNumber, jumping.NextChange)
            );
            jumping.MoveTo(at - Span.FromHours(90).Nanoseconds);
        }
    }

    [Fact]
    public void A_phase_of_the_clock_is_what_the_plan_says_at_any_minute()
    {
        var plans = DayPlans.On(TradingCalendar.EnergyCrude, Profiles.Of("B on TopstepX"));
        var clock = new DayClock(plans);
        var start = Wall.At("2025-10-27 00:00");
        for (var minute = 0; minute < 35 * 1440; minute++)
        {
            var now = start + Span.FromMinutes(minute);
            clock.MoveTo(now.UnixNanoseconds);
            var session = TradingCalendar.EnergyCrude.SessionAt(now);

            Assert.Equal(session is null ? DayPhase.Closed : plans.At(now).End.PhaseAt(now), clock.Phase);
            Assert.Equal(session?.RegularHours?.Contains(now) == true, clock.IsInOwnHours);
        }
    }
}

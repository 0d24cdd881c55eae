using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.Tests.Days;

public sealed class DayClockTests
{
    // The instant itself already belongs to the phase that begins at it.
    [Theory]
    [InlineData("2024-07-09 17:59:59", DayPhase.Closed, EntryWindow.Closed)]
    [InlineData("2024-07-09 18:00:00", DayPhase.Open, EntryWindow.AfterOpen)]
    [InlineData("2024-07-09 18:00:59", DayPhase.Open, EntryWindow.AfterOpen)]
    [InlineData("2024-07-09 18:01:00", DayPhase.Open, EntryWindow.Open)]
    [InlineData("2024-07-10 15:37:59", DayPhase.Open, EntryWindow.Open)]
    [InlineData("2024-07-10 15:38:00", DayPhase.HalfSize, EntryWindow.Open)]
    [InlineData("2024-07-10 15:52:59", DayPhase.HalfSize, EntryWindow.Open)]
    [InlineData("2024-07-10 15:53:00", DayPhase.NoEntries, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 16:03:00", DayPhase.ExitPassive, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 16:05:00", DayPhase.ExitMarket, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 16:06:00", DayPhase.CloseByContract, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 16:07:59", DayPhase.CloseByContract, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 16:08:00", DayPhase.Overdue, EntryWindow.DayEnds)]
    [InlineData("2024-07-10 17:00:00", DayPhase.Closed, EntryWindow.Closed)]
    [InlineData("2024-07-13 12:00:00", DayPhase.Closed, EntryWindow.Closed)]
    // Sunday's open belongs to Monday.
    [InlineData("2024-07-14 18:00:30", DayPhase.Open, EntryWindow.AfterOpen)]
    public void The_phases_of_profile_A_on_TopstepX(string at, DayPhase phase, EntryWindow window)
    {
        var clock = new DayClock(DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("A on TopstepX")));

        Assert.True(clock.MoveTo(Wall.At(at).UnixNanoseconds));
        Assert.Equal((phase, window), (clock.Phase, clock.Window));
    }

    // The halt of the afternoon existed until 2021-06-25.
    [Theory]
    [InlineData("2021-06-25 15:59:59", EntryWindow.Open)]
    [InlineData("2021-06-25 16:00:00", EntryWindow.BeforeHalt)]
    [InlineData("2021-06-25 16:20:00", EntryWindow.BeforeHalt)]
    [InlineData("2021-06-25 16:30:00", EntryWindow.AfterOpen)]
    [InlineData("2021-06-25 16:31:00", EntryWindow.Open)]
    [InlineData("2021-06-25 16:45:00", EntryWindow.BeforeHalt)]
    [InlineData("2021-06-28 16:20:00", EntryWindow.Open)]
    public void Entries_keep_clear_of_scheduled_halts(string at, EntryWindow window)
    {
        var clock = new DayClock(DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("overnight")));
        clock.MoveTo(Wall.At(at).UnixNanoseconds);

        Assert.Equal(window, clock.Window);
    }

    [Fact]
    public void Every_reason_has_a_code_and_only_an_open_window_has_none() =>
        Assert.Equal(
            [null, "session_open", "scheduled_halt", "no_entry", "market_closed"],
            Enum.GetValues<EntryWindow>().Select(EntryWindowCode.Of)
        );

    [Fact]
    public void Profile_B_leaves_exactly_at_its_flat_time()
    {
        var clock = new DayClock(DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("B on TopstepX")));
        clock.MoveTo(Wall.At("2024-07-10 15:45").UnixNanoseconds);

        Assert.Equal(DayPhase.NoEntries, clock.Phase);
        Assert.Equal(Wall.At("2024-07-10 15:55").UnixNanoseconds, clock.NextChange);

        clock.MoveTo(clock.NextChange);
        Assert.Equal(DayPhase.ExitMarket, clock.Phase);
    }

    [Theory]
    [InlineData("2024-07-13 15:54:59", DayPhase.Open, 13)]
    [InlineData("2024-07-13 15:55:00", DayPhase.NoEntries, 13)]
    [InlineData("2024-07-13 15:59:59", DayPhase.ExitMarket, 13)]
    [InlineData("2024-07-13 17:59:59", DayPhase.ExitMarket, 13)]
    [InlineData("2024-07-13 18:00:00", DayPhase.ExitMarket, 14)]
    [InlineData("2024-07-14 00:00:00", DayPhase.Open, 14)]
    public void Without_a_calendar_every_date_has_the_profiles_own_times_and_no_others(string at, DayPhase phase, int day)
    {
        var rules = new DayRules { NoEntry = new LocalTime(15, 55), Flat = new LocalTime(15, 59, 59) };
        var clock = new DayClock(DayPlans.ByClock(ClockHours.NewYork, rules));
        clock.MoveTo(Wall.At(at).UnixNanoseconds);

        Assert.Equal(phase, clock.Phase);
        Assert.Equal(new LocalDate(2024, 7, day), new LocalDate(1970, 1, 1).PlusDays(clock.DayNumber));
        Assert.Null(clock.Plan.End.Overdue);
    }

    [Fact]
    public void Without_a_calendar_and_without_times_nothing_ever_ends()
    {
        var clock = new DayClock(DayPlans.ByClock(ClockHours.NewYork, Profiles.Silent with { Venue = Profiles.TopstepX }));
        for (var minute = 0; minute < 3 * 1440; minute++)
        {
            clock.MoveTo(Wall.At("2024-07-12 00:00").UnixNanoseconds + Span.FromMinutes(minute).Nanoseconds);
            Assert.Equal((DayPhase.Open, EntryWindow.Open), (clock.Phase, clock.Window));
        }
    }

    [Theory]
    [InlineData(
        TradedHours.Regular,
        "2024-07-10 09:30",
        "2024-07-09 20:00 no, 2024-07-10 09:29 no, 2024-07-10 09:30 yes, 2024-07-10 16:00 no"
    )]
    [InlineData(
        TradedHours.Extended,
        "2024-07-09 18:00",
        "2024-07-09 20:00 yes, 2024-07-10 09:30 no, 2024-07-10 16:00 yes, 2024-07-10 17:30 no"
    )]
    [InlineData(
        TradedHours.All,
        "2024-07-09 18:00",
        "2024-07-09 20:00 yes, 2024-07-10 09:30 yes, 2024-07-10 16:30 yes, 2024-07-10 17:30 no"
    )]
    public void The_profiles_own_hours_begin_with_its_first_session(TradedHours hours, string first, string samples)
    {
        var clock = new DayClock(DayPlans.On(TradingCalendar.EquityIndex, Profiles.B with { Hours = hours }));
        foreach (var sample in samples.Split(", "))
        {
            clock.MoveTo(Wall.At(sample[..16]).UnixNanoseconds);

            Assert.Equal(sample[17..] == "yes", clock.IsInOwnHours);
            Assert.Equal(Wall.At(first).UnixNanoseconds, clock.FirstSessionOpen);
        }
    }

    [Fact]
    public void A_holiday_without_regular_hours_lifts_nothing()
    {
        var clock = new DayClock(DayPlans.On(TradingCalendar.EquityIndex, Profiles.B));
        clock.MoveTo(Wall.At("2024-05-27 11:00").UnixNanoseconds);

        Assert.Equal(long.MaxValue, clock.FirstSessionOpen);
        Assert.False(clock.IsInOwnHours);
    }

    [Fact]
    public void Regular_hours_of_the_profile_are_those_of_its_calendar()
    {
        var crude = TradingCalendar.EnergyCrude.WithRegularHours(
            new LocalTime(9, 0),
            new LocalTime(14, 30),
            TradingZones.NewYork
        );
        var clock = new DayClock(DayPlans.On(crude, Profiles.B));
        clock.MoveTo(Wall.At("2024-07-10 12:00").UnixNanoseconds);

        Assert.Equal(Wall.At("2024-07-10 09:00").UnixNanoseconds, clock.FirstSessionOpen);
    }

    [Fact]
    public void Walking_over_weeks_of_seconds_allocates_nothing()
    {
        var plans = DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("A on TopstepX"));
        var byClock = DayPlans.ByClock(ClockHours.NewYork, Profiles.B);
        var (one, other) = (new DayClock(plans), new DayClock(byClock));
        var start = Wall.At("2024-10-20 18:00").UnixNanoseconds;
        var changes = 0;

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                for (var second = 0L; second < 21 * 86_400; second += 7)
                {
                    var now = start + (second * Timestamp.NanosecondsPerSecond);
                    changes += now >= one.NextChange && one.MoveTo(now) ? 1 : 0;
                    changes += other.MoveTo(now) ? 1 : 0;
                }

                one.MoveTo(start);
            })
        );
        Assert.True(changes > 100);
    }
}

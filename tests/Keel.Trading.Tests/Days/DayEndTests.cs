using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.Tests.Days;

public sealed class DayEndTests
{
    // Half size, no entries, passive, market, by contract, flat-by, overdue; New York. Regular days unless remarked.
    [Theory]
    [InlineData("A", "2024-07-10", "16:00 16:15 16:25 16:27 16:28 16:30 16:30", FlatBySource.Profile)]
    [InlineData("A on TopstepX", "2024-07-10", "15:38 15:53 16:03 16:05 16:06 16:08 16:08", FlatBySource.Venue)]
    [InlineData("B", "2024-07-10", "- 15:45 - 15:55 16:58 15:55 17:00", FlatBySource.Profile)]
    [InlineData("B on TopstepX", "2024-07-10", "- 15:45 - 15:55 16:06 15:55 16:08", FlatBySource.Profile)]
    [InlineData("late", "2024-07-10", "- 15:53 - 16:06 16:06 16:08 16:08", FlatBySource.Venue)]
    [InlineData("silent", "2024-07-10", "- 16:45 - 16:57 16:58 17:00 17:00", FlatBySource.Exchange)]
    [InlineData("silent on TopstepX", "2024-07-10", "- 15:53 - 16:05 16:06 16:08 16:08", FlatBySource.Venue)]
    [InlineData("overnight", "2024-07-10", "- - - - - - -", FlatBySource.Nobody)]
    // The days before and after both changes of the clock.
    [InlineData("A on TopstepX", "2025-03-07", "15:38 15:53 16:03 16:05 16:06 16:08 16:08", FlatBySource.Venue)]
    [InlineData("A on TopstepX", "2025-03-10", "15:38 15:53 16:03 16:05 16:06 16:08 16:08", FlatBySource.Venue)]
    [InlineData("A", "2025-10-31", "16:00 16:15 16:25 16:27 16:28 16:30 16:30", FlatBySource.Profile)]
    [InlineData("A", "2025-11-03", "16:00 16:15 16:25 16:27 16:28 16:30 16:30", FlatBySource.Profile)]
    // The day after Thanksgiving closes at 12:15 Chicago, by the most cautious source at 12:00 (13:00 New York).
    [InlineData("A", "2025-11-28", "12:30 12:45 12:55 12:57 12:58 13:00 13:00", FlatBySource.Exchange)]
    [InlineData("A on TopstepX", "2025-11-28", "12:15 12:30 12:40 12:42 12:43 12:45 12:45", FlatBySource.Exchange)]
    [InlineData("B", "2025-11-28", "- 12:50 - 12:58 12:58 13:00 13:00", FlatBySource.Exchange)]
    [InlineData("B on TopstepX", "2025-11-28", "- 12:35 - 12:43 12:43 12:45 12:45", FlatBySource.Exchange)]
    [InlineData("silent on TopstepX", "2026-11-27", "- 12:30 - 12:42 12:43 12:45 12:45", FlatBySource.Exchange)]
    // A holiday on which trading halts at noon in Chicago.
    [InlineData("A on TopstepX", "2024-05-27", "12:15 12:30 12:40 12:42 12:43 12:45 12:45", FlatBySource.Exchange)]
    // Good Friday with the payrolls report closes at 08:15 Chicago.
    [InlineData("B on TopstepX", "2021-04-02", "- 08:50 - 08:58 08:58 09:00 09:00", FlatBySource.Exchange)]
    public void A_day_ends_as_the_earliest_of_profile_venue_and_exchange_says(
        string profile,
        string day,
        string times,
        FlatBySource source
    )
    {
        var end = DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of(profile)).At(Wall.At(day + " 08:00")).End;
        Timestamp?[] instants =
        [
            end.HalfSize,
            end.NoEntry,
            end.ExitPassive,
            end.ExitMarket,
            end.CloseByContract,
            end.FlatBy,
            end.Overdue,
        ];

        Assert.Equal(times, string.Join(' ', instants.Select(Wall.Time)));
        Assert.Equal(source, end.Source);
    }

    [Fact]
    public void A_later_wish_is_clamped_and_both_times_are_told()
    {
        var end = DayPlans.On(TradingCalendar.EquityIndex, Profiles.Of("late")).At(Wall.At("2024-07-10 12:00")).End;

        Assert.True(end.IsClamped);
        Assert.Equal("16:30 16:15", $"{Wall.Time(end.WishedFlatBy)} {Wall.Time(end.WishedNoEntry)}");
        Assert.False(DayPlans.On(TradingCalendar.EquityIndex, Profiles.B).At(Wall.At("2024-07-10 12:00")).End.IsClamped);
    }

    [Fact]
    public void The_flat_time_of_TopstepX_is_a_minute_of_Chicago()
    {
        Assert.Equal(Timestamp.Parse("2025-03-07T21:08:00Z"), Profiles.TopstepX.FlatByOn(new LocalDate(2025, 3, 7)));
        Assert.Equal(Timestamp.Parse("2025-03-10T20:08:00Z"), Profiles.TopstepX.FlatByOn(new LocalDate(2025, 3, 10)));
        Assert.Null(Profiles.TopstepX.FlatByOn(new LocalDate(2018, 12, 31)));
        Assert.Null(VenueDay.TryFind("ib"));
    }

    [Fact]
    public void Good_Friday_without_trading_has_no_plan_of_its_own()
    {
        var plan = DayPlans.On(TradingCalendar.EquityIndex, Profiles.B).At(Wall.At("2024-03-29 12:00"));

        Assert.Equal(new LocalDate(2024, 3, 28), plan.Day);
        Assert.Equal(Wall.At("2024-03-31 18:00"), plan.Until);
    }

    [Fact]
    public void A_market_that_never_closes_has_no_flat_time_but_the_profiles_own()
    {
        var silent = DayPlans.On(TradingCalendar.Continuous, Profiles.Silent).At(Timestamp.Parse("2025-11-29T12:00:00Z"));
        var wished = DayPlans.On(TradingCalendar.Continuous, Profiles.B).At(Timestamp.Parse("2025-11-29T12:00:00Z"));

        Assert.Null(silent.End.FlatBy);
        Assert.Equal(
            "15:45 15:55 -",
            $"{Wall.Time(wished.End.NoEntry)} {Wall.Time(wished.End.FlatBy)} {Wall.Time(wished.End.Overdue)}"
        );
    }

    [Fact]
    public void A_venue_that_wants_everybody_flat_overrules_a_profile_that_stays_overnight()
    {
        var rules = Profiles.Silent with { Overnight = true, Venue = Profiles.TopstepX };

        Assert.Equal(
            "16:08",
            Wall.Time(DayPlans.On(TradingCalendar.EquityIndex, rules).At(Wall.At("2024-07-10 12:00")).End.FlatBy)
        );
    }

    [Fact]
    public void A_time_late_in_the_evening_belongs_to_the_session_that_opened_then()
    {
        var rules = new DayRules { NoEntry = new LocalTime(23, 0), Flat = new LocalTime(23, 30) };
        var plan = DayPlans.On(TradingCalendar.EquityIndex, rules).At(Wall.At("2024-07-10 12:00"));

        Assert.Equal(Wall.At("2024-07-09 23:30"), plan.End.FlatBy);
    }

    [Fact]
    public void A_ladder_without_an_end_of_entries_ends_them_with_its_first_exit()
    {
        var rules = Profiles.A with { Ladder = [new(Span.FromMinutes(10), DayPhase.ExitMarket)] };
        var end = DayPlans.On(TradingCalendar.EquityIndex, rules).At(Wall.At("2024-07-10 12:00")).End;

        Assert.Equal(
            "- 16:20 - 16:20",
            $"{Wall.Time(end.HalfSize)} {Wall.Time(end.NoEntry)} {Wall.Time(end.ExitPassive)} {Wall.Time(end.ExitMarket)}"
        );
    }

    [Theory]
    [InlineData(0, DayPhase.NoEntries)]
    [InlineData(5, DayPhase.Open)]
    [InlineData(5, DayPhase.Overdue)]
    [InlineData(40, DayPhase.ExitMarket)]
    public void A_ladder_that_makes_no_sense_is_refused(int minutes, DayPhase phase) =>
        Assert.Throws<ArgumentException>(() =>
            new DayRules { Ladder = [new(Span.FromMinutes(30), DayPhase.HalfSize), new(Span.FromMinutes(minutes), phase)] }
        );
}

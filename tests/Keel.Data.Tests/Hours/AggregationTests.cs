using FsCheck.Fluent;
using Keel.Data.Hours;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Hours;

public sealed class AggregationTests
{
    private static readonly string[] Lengths = ["5s", "15s", "1m", "5m", "15m", "90m", "1h", "4h", "1d"];

    // Ordinary weeks, both changes of the clocks, Thanksgiving, Christmas, the former pause, Good Friday, a mourning day.
    private static readonly LocalDate[] Starts =
    [
        new(2024, 3, 8),
        new(2024, 11, 1),
        new(2023, 11, 22),
        new(2024, 12, 23),
        new(2021, 6, 24),
        new(2021, 4, 1),
        new(2025, 1, 8),
        new(2026, 7, 2),
        new(2022, 1, 17),
    ];

    public static TheoryData<string, string> Choices =>
        new()
        {
            { "equity_index", "All" },
            { "equity_index", "Rth" },
            { "energy_crude", "All" },
            { "energy_crude", "Rth" },
        };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Joined_bars_are_those_of_the_slow_way(string calendarName, string choiceName)
    {
        var calendar = TradingCalendar.Find(calendarName);
        var choice = Enum.Parse<HoursChoice>(choiceName);
        var cases = Gen.Elements(Starts).Zip(Gen.Elements(Lengths)).Zip(Gen.Choose(1, 1_000_000));
        Property.Holds(
            cases,
            40,
            one =>
            {
                var ((start, name), seed) = one;
                var length = BarLength.Parse(name);
                var seconds = name.EndsWith('s') ? 1 : 60;
                var end = start.PlusDays(seconds == 1 ? 2 : 5);
                var bars = Bars.Through(
                    calendar,
                    start,
                    end,
                    seconds,
                    missing: seconds == 1 ? 0.9 : 0.3,
                    seed,
                    start: -20 + (seed % 40)
                );
                var fed = choice == HoursChoice.Rth ? SlowAggregation.Regular(bars, calendar) : bars;
                var expected = SlowAggregation.Join(fed, calendar, length, choice == HoursChoice.Rth);
                var joined = View(bars, calendar, choice, length);
                Assert.Equal(expected, joined);
                Assert.All(joined, bar => Assert.True(bar.High >= bar.Low));
                Assert.Equal(fed.Sum(bar => bar.Volume.Lots), joined.Sum(bar => bar.Volume.Lots));
            }
        );
    }

    [Fact]
    public void Seconds_to_minutes_to_five_minutes_is_seconds_to_five_minutes()
    {
        var calendar = TradingCalendar.EquityIndex;
        foreach (var choice in (HoursChoice[])[HoursChoice.All, HoursChoice.Rth, HoursChoice.Eth])
        {
            var bars = Bars.Through(calendar, new(2024, 11, 1), new(2024, 11, 5), 1, missing: 0.8);
            var minutes = View(bars, calendar, choice, BarLength.OneMinute);
            Assert.Equal(
                View(bars, calendar, choice, BarLength.Parse("5m")),
                View(minutes, calendar, choice, BarLength.Parse("5m"))
            );
        }
    }

    [Theory]
    [InlineData("45m")]
    [InlineData("90m")]
    [InlineData("1h")]
    [InlineData("3h")]
    [InlineData("4h")]
    [InlineData("7h")]
    [InlineData("1d")]
    public void Bars_outside_every_session_reach_into_none_and_keep_the_order_of_time(string length)
    {
        var bars = Bars.Always(Timestamp.Parse("2024-11-01T00:00:00Z"), 5 * 1_440, 60);
        foreach (var choice in Enum.GetValues<HoursChoice>())
        {
            AssertOrdered(View(bars, TradingCalendar.EquityIndex, choice, BarLength.Parse(length)));
        }
    }

    [Theory]
    [InlineData("15m")]
    [InlineData("1h")]
    [InlineData("90m")]
    [InlineData("4h")]
    [InlineData("1d")]
    public void On_days_that_the_calendar_does_not_know_regular_hours_stay_by_themselves(string length)
    {
        foreach (var first in (string[])["2013-10-07T00:00:00Z", "2013-10-07T14:00:00Z"])
        {
            var bars = Bars.Always(Timestamp.Parse(first), 3 * 1_440, 60);
            var joined = View(bars, TradingCalendar.EquityIndex, HoursChoice.Rth, BarLength.Parse(length));
            AssertOrdered(joined);
            Assert.Equal(bars.Sum(bar => bar.Volume.Lots), joined.Sum(bar => bar.Volume.Lots));
            if (length != "1d")
            {
                var open = Timestamp.Parse("2013-10-08T13:30:00Z");
                Assert.Equal(bars.Single(bar => bar.OpenTime == open).Open, joined.Single(bar => bar.OpenTime == open).Open);
            }
        }
    }

    [Fact]
    public void Crude_below_zero_is_joined_like_any_other_price()
    {
        var calendar = TradingCalendar.EnergyCrude;
        var bars = Bars.Through(calendar, new(2020, 4, 20), new(2020, 4, 22), 60, start: -3_763);
        var day = Assert.Single(
            View(
                [.. bars.Where(bar => calendar.TradingDayAt(bar.OpenTime) == new LocalDate(2020, 4, 20))],
                calendar,
                HoursChoice.All,
                BarLength.TradingDay
            )
        );
        Assert.True(day.Low.InTicks < -3_700 && day.High >= day.Low);
    }

    [Fact]
    public void A_volume_that_no_bar_holds_is_told()
    {
        var bar = new Bar(Timestamp.FromUnixSeconds(0), new(1), new(1), new(1), new(1), new Quantity(Bar.MaxVolume));
        var later = new Bar(Timestamp.FromUnixSeconds(60), new(1), new(1), new(1), new(1), new Quantity(1));
        var told = Assert.Throws<DataException>(() =>
            View([bar, later], TradingCalendar.EquityIndex, HoursChoice.All, BarLength.Parse("5m"))
        );
        Assert.Contains("5m", told.Why, StringComparison.Ordinal);
    }

    private static List<Bar> View(List<Bar> bars, TradingCalendar calendar, HoursChoice choice, BarLength length)
    {
        ITradingHours hours = choice == HoursChoice.Clock ? ClockHours.NewYork : calendar;
        return Bars.ReadAll(SessionView.Of(BarReader.Over(Bars.Series(bars)), hours, choice, length));
    }

    private static void AssertOrdered(List<Bar> bars)
    {
        for (var i = 1; i < bars.Count; i++)
        {
            Assert.True(bars[i].OpenTime > bars[i - 1].OpenTime, $"{bars[i - 1].OpenTime} then {bars[i].OpenTime}");
        }
    }
}

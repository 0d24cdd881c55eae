using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Tests.Sessions;

public class SessionCountTests
{
    [Theory]
    [InlineData("2019-05-06", "2023-01-01", 71_742)]
    [InlineData("2023-01-01", "2024-01-01", 19_428)]
    [InlineData("2024-01-01", "2026-01-01", 38_940)]
    public void Regular_hours_hold_so_many_five_minute_bars(string from, string to, int bars)
    {
        var minutes = Sessions(TradingCalendar.EquityIndex, from, to)
            .Sum(session => session.RegularHours?.Length.TotalMinutes ?? 0);
        Assert.Equal(bars, minutes / 5);
    }

    [Fact]
    public void The_stock_exchanges_open_on_250_days_of_2023() =>
        Assert.Equal(
            250,
            Sessions(TradingCalendar.EquityIndex, "2023-01-01", "2024-01-01").Count(session => session.RegularHours is not null)
        );

    [Fact]
    public void Two_years_of_crude_have_so_many_days_and_minutes()
    {
        var open = Sessions(TradingCalendar.EnergyCrude, "2023-12-10", "2026-01-09")
            .Where(session => session.Hours is not null)
            .ToList();
        Assert.Equal(536, open.Count);
        Assert.Equal(736_830, open.Sum(session => session.Hours!.Length.TotalMinutes));
    }

    private static IEnumerable<TradingSession> Sessions(TradingCalendar calendar, string from, string toExclusive) =>
        calendar.Sessions(Day(from), Day(toExclusive));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}

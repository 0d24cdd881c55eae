using Keel.Domain.Sessions;
using NodaTime.Text;

namespace Keel.Domain.Tests.Sessions;

/// <summary>Single days and instants, literally: they hold in a release that has no tables beside it.</summary>
public class SessionExamplesTests
{
    [Theory]
    [InlineData("MES in winter, with the pause", "2019-01-02 regular 23:00-22:00 rth 14:30-21:00 pause 21:15-21:30 flat 22:00")]
    [InlineData("the last day of the pause", "2021-06-25 regular 22:00-21:00 rth 13:30-20:00 pause 20:15-20:30 flat 21:00")]
    [InlineData("the first day without", "2021-06-28 regular 22:00-21:00 rth 13:30-20:00 flat 21:00")]
    [InlineData("no early close on July 3 when a Saturday follows", "2021-07-02 regular 22:00-21:00 rth 13:30-20:00 flat 21:00")]
    [InlineData("Thanksgiving", "2025-11-27 holiday_halt 23:00-18:00 flat 18:00 clears 2025-11-28")]
    [InlineData("the day after", "2025-11-28 early_close 23:00-18:15 rth 14:30-18:00 flat 18:00")]
    [InlineData("Good Friday with payrolls", "2026-04-03 early_close 22:00-13:15 flat 13:15")]
    [InlineData("Good Friday without", "2024-03-29 closed")]
    [InlineData("day of mourning", "2025-01-09 early_close 23:00-14:30 flat 14:30")]
    [InlineData("Christmas on a Saturday", "2021-12-24 closed")]
    [InlineData("New Year's Day on a Saturday is not moved", "2021-12-31 regular 23:00-22:00 rth 14:30-21:00 flat 22:00")]
    [InlineData("Juneteenth on a Friday", "2026-06-19 holiday_halt 22:00-17:00 flat 17:00 clears 2026-06-22")]
    [InlineData("no Juneteenth before 2022", "2020-06-19 regular 22:00-21:00 rth 13:30-20:00 pause 20:15-20:30 flat 21:00")]
    public void Equity_index_days(string why, string day) => Holds(TradingCalendar.EquityIndex, why, day);

    [Theory]
    [InlineData("plain", "2024-03-12 regular 22:00-21:00 rth 13:00-18:30 flat 21:00")]
    [InlineData("holiday to 2021", "2021-09-06 holiday_halt 22:00-17:00 flat 17:00 clears 2021-09-07")]
    [InlineData("holiday from 2022", "2022-09-05 holiday_halt 22:00-18:30 flat 17:00 clears 2022-09-06")]
    [InlineData("holiday on a Friday", "2025-07-04 holiday_halt 22:00-17:00 flat 17:00 clears 2025-07-07")]
    [InlineData("day after Thanksgiving to 2023", "2023-11-24 early_close 23:00-18:45 rth 14:00-18:30 flat 18:00")]
    [InlineData("day after Thanksgiving from 2024", "2024-11-29 early_close 23:00-19:45 rth 14:00-18:30 flat 18:00")]
    [InlineData("Christmas Eve", "2024-12-24 early_close 23:00-18:45 rth 14:00-18:30 flat 18:00")]
    [InlineData("July 3", "2024-07-03 regular 22:00-21:00 rth 13:00-18:30 flat 21:00")]
    [InlineData("Good Friday with payrolls", "2026-04-03 closed")]
    [InlineData("day of mourning", "2025-01-09 regular 23:00-22:00 rth 14:00-19:30 flat 22:00")]
    public void Crude_days(string why, string day) => Holds(TradingCalendar.EnergyCrude, why, day);

    [Theory]
    [InlineData(
        "equity_index",
        "2025-11-28T18:10:00Z",
        "2025-11-28 eth open 2025-11-30T23:00:00Z close 2025-11-28T18:15:00Z flat 2025-11-28T18:00:00Z"
    )]
    [InlineData(
        "equity_index",
        "2024-07-10T01:00:00Z",
        "2024-07-10 eth open 2024-07-10T22:00:00Z close 2024-07-10T21:00:00Z flat 2024-07-10T21:00:00Z"
    )]
    [InlineData("equity_index", "2019-11-28T18:00:00Z", "none closed open 2019-11-28T23:00:00Z close 2019-11-29T18:15:00Z")]
    [InlineData(
        "energy_crude",
        "2024-05-27T17:30:00Z",
        "2024-05-27 eth open 2024-05-27T22:00:00Z close 2024-05-27T18:30:00Z flat 2024-05-27T17:00:00Z"
    )]
    [InlineData(
        "equity_index",
        "2020-01-06T21:15:00Z",
        "2020-01-06 closed open 2020-01-06T21:30:00Z close 2020-01-06T22:00:00Z flat 2020-01-06T22:00:00Z"
    )]
    [InlineData(
        "equity_index",
        "2020-01-06T21:14:59Z",
        "2020-01-06 eth open 2020-01-06T23:00:00Z close 2020-01-06T22:00:00Z flat 2020-01-06T22:00:00Z"
    )]
    [InlineData(
        "equity_index",
        "2020-01-06T21:30:00Z",
        "2020-01-06 eth open 2020-01-06T23:00:00Z close 2020-01-06T22:00:00Z flat 2020-01-06T22:00:00Z"
    )]
    [InlineData("equity_index", "2024-03-10T21:59:59Z", "none closed open 2024-03-10T22:00:00Z close 2024-03-11T21:00:00Z")]
    [InlineData(
        "equity_index",
        "2024-03-10T22:00:00Z",
        "2024-03-11 eth open 2024-03-11T22:00:00Z close 2024-03-11T21:00:00Z flat 2024-03-11T21:00:00Z"
    )]
    [InlineData(
        "equity_index",
        "2024-03-11T13:30:00Z",
        "2024-03-11 rth open 2024-03-11T22:00:00Z close 2024-03-11T21:00:00Z flat 2024-03-11T21:00:00Z"
    )]
    [InlineData("equity_index", "2024-12-31T23:30:00Z", "none closed open 2025-01-01T23:00:00Z close 2025-01-02T22:00:00Z")]
    [InlineData("equity_index", "2025-12-31T23:30:00Z", "none closed open 2026-01-01T23:00:00Z close 2026-01-02T22:00:00Z")]
    [InlineData(
        "continuous",
        "2024-03-10T07:00:00Z",
        "2024-03-10 rth open 2024-03-11T00:00:00Z close 2024-03-11T00:00:00Z flat 2024-03-11T00:00:00Z"
    )]
    public void An_instant_is_told_its_day_and_what_comes_next(string name, string instant, string expected)
    {
        var calendar = TradingCalendar.Find(name);
        var at = Timestamp.Parse(instant);
        var day = calendar.TradingDayAt(at) is { } date ? LocalDatePattern.Iso.Format(date) : "none";
        var told =
            $"{day} {calendar.PartAt(at).ToString().ToLowerInvariant()} open {calendar.NextOpen(at)} close {calendar.NextClose(at)}";
        Assert.Equal(expected, calendar.FlatBy(at) is { } flat ? $"{told} flat {flat}" : told);
    }

    [Fact]
    public void The_day_after_a_closed_friday_evening_is_monday()
    {
        var thursdayNight = Timestamp.Parse("2024-03-28T22:30:00Z");
        Assert.Null(TradingCalendar.EquityIndex.SessionAt(thursdayNight));
        Assert.Equal(Timestamp.Parse("2024-03-31T22:00:00Z"), TradingCalendar.EquityIndex.NextOpen(thursdayNight));
    }

    [Fact]
    public void A_calendar_that_does_not_exist_is_refused_with_the_names_that_do()
    {
        Assert.False(TradingCalendar.TryFind("equities", out _));
        var refusal = Assert.Throws<ArgumentException>(() => TradingCalendar.Find("equities"));
        Assert.Contains("equity_index, energy_crude, continuous", refusal.Message, StringComparison.Ordinal);
    }

    private static void Holds(TradingCalendar calendar, string why, string expected)
    {
        var day = LocalDatePattern.Iso.Parse(expected[..10]).Value;
        var session = calendar.SessionOn(day)!;
        Assert.True(string.Equals(expected, Told(session), StringComparison.Ordinal), $"{why}: {Told(session)}");
        if (session.Hours is { } hours)
        {
            Assert.Equal(day, hours.End.ToInstant().InZone(TradingZones.Chicago).Date);
            Assert.Equal(day.PlusDays(-1), hours.Start.ToInstant().InZone(TradingZones.Chicago).Date);
        }
    }

    private static string Told(TradingSession session)
    {
        var kind = session.Kind switch
        {
            SessionKind.Regular => "regular",
            SessionKind.EarlyClose => "early_close",
            SessionKind.HolidayHalt => "holiday_halt",
            SessionKind.Closed => "closed",
        };
        var told = $"{LocalDatePattern.Iso.Format(session.Day)} {kind}";
        told += session.Hours is { } hours ? $" {Clock(hours)}" : "";
        told += session.RegularHours is { } regular ? $" rth {Clock(regular)}" : "";
        told += session.Pause is { } pause ? $" pause {Clock(pause)}" : "";
        told += session.EarliestClose is { } flat ? $" flat {Clock(flat)}" : "";
        return session.TradeDate is { } date && date != session.Day ? $"{told} clears {LocalDatePattern.Iso.Format(date)}" : told;
    }

    private static string Clock(TimeRange range) => $"{Clock(range.Start)}-{Clock(range.End)}";

    private static string Clock(Timestamp instant) => instant.ToString()[11..16];
}

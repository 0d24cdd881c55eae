using Keel.Domain.Sessions;
using NodaTime;
using NodaTime.Text;

namespace Keel.Domain.Tests.Sessions;

/// <summary>Beyond the dated tables a calendar says so, and takes the earlier time.</summary>
public class UnknownYearTests
{
    [Theory]
    [InlineData("equity_index", "2028-04-14", "Closed")] // Good Friday, payrolls or not
    [InlineData("equity_index", "2028-01-17", "HolidayHalt 12:00 flat 12:00")]
    [InlineData("equity_index", "2028-07-03", "EarlyClose 12:15 flat 12:00")]
    [InlineData("equity_index", "2028-11-24", "EarlyClose 12:15 flat 12:00")]
    [InlineData("equity_index", "2028-12-25", "Closed")]
    [InlineData("equity_index", "2028-03-01", "Regular 16:00 flat 16:00")]
    [InlineData("equity_index", "2018-11-23", "EarlyClose 12:15 flat 12:00")]
    [InlineData("equity_index", "2018-12-05", "EarlyClose 08:30 flat 08:30")] // day of mourning
    [InlineData("equity_index", "2018-12-24", "EarlyClose 12:15 flat 12:00")]
    [InlineData("equity_index", "2018-03-30", "Closed")]
    [InlineData("energy_crude", "2028-01-17", "HolidayHalt 12:00 flat 12:00")] // 13:30 in the last known years
    [InlineData("energy_crude", "2028-07-03", "Regular 16:00 flat 12:00")]
    [InlineData("energy_crude", "2028-11-24", "EarlyClose 12:45 flat 12:00")] // 13:45 in the last known years
    [InlineData("energy_crude", "2028-04-14", "Closed")]
    [InlineData("energy_crude", "2018-12-05", "Regular 16:00 flat 16:00")]
    public void A_day_beyond_the_tables_closes_at_the_earliest_time_any_rule_gives(string name, string date, string expected)
    {
        var calendar = TradingCalendar.Find(name);
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var session = calendar.SessionOn(day)!;
        Assert.False(calendar.Knows(day));
        Assert.False(session.IsKnown);
        var told = session.Hours is { } hours
            ? $"{session.Kind} {Clock(hours.End)} flat {Clock(session.EarliestClose!.Value)}"
            : $"{session.Kind}";
        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData("equity_index")]
    [InlineData("energy_crude")]
    [InlineData("continuous")]
    public void Every_day_from_1990_to_2100_has_an_answer(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var previous = Timestamp.MinValue;
        foreach (var session in calendar.Sessions(new LocalDate(1990, 1, 1), new LocalDate(2101, 1, 1)))
        {
            Assert.Equal(calendar.Knows(session.Day), session.IsKnown);
            if (session.Hours is { } hours)
            {
                Assert.True(hours.Start >= previous && session.EarliestClose <= hours.End);
                Assert.Same(session, calendar.SessionAt(hours.Start));
                Assert.Equal(hours.End, calendar.NextClose(hours.Start));
                Assert.True(calendar.NextOpen(hours.Start) >= hours.End);
                previous = hours.End;
            }
        }
    }

    [Fact]
    public void Tables_end_where_they_say()
    {
        foreach (var calendar in new[] { TradingCalendar.EquityIndex, TradingCalendar.EnergyCrude })
        {
            Assert.Equal(new LocalDate(2019, 1, 1), calendar.FirstKnownDay);
            Assert.Equal(new LocalDate(2027, 12, 31), calendar.LastKnownDay);
            Assert.True(calendar.Knows(Timestamp.Parse("2019-01-01T12:00:00Z")));
            Assert.False(calendar.Knows(Timestamp.Parse("2018-12-31T21:59:00Z")));
            Assert.True(calendar.Knows(Timestamp.Parse("2027-12-31T21:59:00Z")));
            Assert.False(calendar.Knows(Timestamp.Parse("2028-01-03T12:00:00Z")));
        }

        Assert.True(TradingCalendar.Continuous.Knows(Timestamp.Parse("2035-01-01T00:00:00Z")));
    }

    [Fact]
    public void Beyond_every_rule_there_is_no_next_open()
    {
        var late = Timestamp.Parse("2201-06-01T00:00:00Z");
        Assert.Null(TradingCalendar.EquityIndex.SessionAt(late));
        Assert.Null(TradingCalendar.EquityIndex.SessionOn(new LocalDate(2201, 6, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TradingCalendar.EquityIndex.NextOpen(late));
    }

    private static string Clock(Timestamp instant) => instant.ToInstant().InZone(TradingZones.Chicago).ToString("HH:mm", null);
}

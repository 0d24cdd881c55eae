using Keel.Domain.Sessions;
using NodaTime.Text;

namespace Keel.Domain.Tests.Sessions;

public class PublishedSessionsTests
{
    private const int WeekdaysOf2019To2027 = 2_349;

    [Theory]
    [InlineData("equity_index")]
    [InlineData("energy_crude")]
    public void Every_published_row_is_reproduced(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var rows = SessionData.Rows("sessions.csv").Where(row => row["product_group"] == name).ToList();
        Assert.Equal(WeekdaysOf2019To2027, rows.Count);
        Assert.Equal(WeekdaysOf2019To2027, calendar.Sessions(calendar.FirstKnownDay, calendar.LastKnownDay.PlusDays(1)).Count());
        foreach (var row in rows)
        {
            var session = calendar.SessionOn(LocalDatePattern.Iso.Parse(row["date"]).Value);
            Assert.Equal(Published(row), Told(session!));
        }
    }

    [Theory]
    [InlineData("equity_index")]
    [InlineData("energy_crude")]
    public void The_flat_time_is_never_after_a_close_that_any_source_gives(string name)
    {
        var calendar = TradingCalendar.Find(name);
        var seen = 0;
        foreach (var row in SessionData.Rows("exceptions.csv").Where(row => row["product_group"] == name))
        {
            var day = LocalDatePattern.Iso.Parse(row["date"]).Value;
            if (calendar.SessionOn(day)!.EarliestClose is not { } flat)
            {
                continue;
            }

            foreach (var said in row["sources_agree"].Split('=', ' ').Where(word => word is [_, _, ':', _, _]))
            {
                var close = day + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(said).Value;
                Assert.True(flat.ToInstant() <= close.InZoneStrictly(calendar.Zone).ToInstant());
                seen++;
            }
        }

        Assert.True(seen > 10);
    }

    [Fact]
    public void A_day_that_is_not_plain_says_why()
    {
        foreach (var calendar in new[] { TradingCalendar.EquityIndex, TradingCalendar.EnergyCrude })
        {
            foreach (var session in calendar.Sessions(new(2019, 1, 1), new(2028, 1, 1)))
            {
                Assert.Equal(session.Kind == SessionKind.Regular, session.Note.Length == 0);
            }
        }
    }

    [Fact]
    public void Every_unscheduled_stop_is_reproduced()
    {
        foreach (var calendar in new[] { TradingCalendar.EquityIndex, TradingCalendar.EnergyCrude })
        {
            var published = SessionData
                .Rows("halts.csv")
                .Where(row => row["product_group"] == "all" || row["product_group"] == calendar.Name)
                .Select(row => $"{row["session_date"]} {row["start_utc"]} {row["end_utc"]} {row["kind"]}");
            Assert.Equal(
                published,
                calendar.Stops.Select(stop => $"{stop.Day:uuuu-MM-dd} {stop.Time.Start} {stop.Time.End} {stop.Kind}")
            );
        }
    }

    [Theory]
    [InlineData("equity_index", 6)]
    [InlineData("energy_crude", 2)]
    [InlineData("continuous", 0)]
    public void Stops_say_what_happened_and_how_sure_that_is(string name, int count)
    {
        var calendar = TradingCalendar.Find(name);
        Assert.Equal(count, calendar.Stops.Count);
        foreach (var stop in calendar.Stops)
        {
            Assert.NotEmpty(stop.What);
            Assert.NotEmpty(stop.Confidence);
            Assert.Equal(stop.Day, calendar.TradingDayAt(stop.Time.Start));
            Assert.Equal(stop.Day, calendar.TradingDayAt(stop.Time.End));
        }
    }

    [Fact]
    public void The_sessions_around_each_clock_change_open_when_published()
    {
        var rows = SessionData.Rows("dst.csv");
        Assert.Equal(9, rows.Count);
        foreach (var row in rows)
        {
            foreach (var change in new[] { "start", "end" })
            {
                var newYork = Timestamp.Parse(row[$"new_york_{change}_utc"]);
                var chicago = Timestamp.Parse(row[$"chicago_{change}_utc"]);
                var open = Timestamp.Parse(row[$"first_globex_open_after_{change}_utc"]);
                Assert.Equal(newYork, ClockChanges.After(newYork - new Span(1), TradingZones.NewYork));
                Assert.Equal(chicago, ClockChanges.After(chicago - new Span(1), TradingZones.Chicago));
                Assert.Equal(open, TradingCalendar.EquityIndex.NextOpen(newYork));
                Assert.Equal(open, TradingCalendar.EnergyCrude.NextOpen(chicago));
            }
        }
    }

    private static string Published(Dictionary<string, string> row) =>
        string.Join(
            ' ',
            row["date"],
            row["open_utc"],
            row["close_utc"],
            row["rth_open_utc"],
            row["rth_close_utc"],
            row["kind"],
            row["trade_date"],
            row["break_start_utc"],
            row["break_end_utc"],
            row["earliest_close_utc"],
            "known"
        );

    private static string Told(TradingSession session) =>
        string.Join(
            ' ',
            LocalDatePattern.Iso.Format(session.Day),
            session.Hours?.Start,
            session.Hours?.End,
            session.RegularHours?.Start,
            session.RegularHours?.End,
            session.Kind switch
            {
                SessionKind.Regular => "regular",
                SessionKind.EarlyClose => "early_close",
                SessionKind.HolidayHalt => "holiday_halt",
                SessionKind.Closed => "closed",
            },
            session.TradeDate is { } date ? LocalDatePattern.Iso.Format(date) : "",
            session.Pause?.Start,
            session.Pause?.End,
            session.EarliestClose,
            session.IsKnown ? "known" : "unknown"
        );
}

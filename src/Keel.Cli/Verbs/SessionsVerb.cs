using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Verbs.Data;
using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Cli.Verbs;

/// <summary><c>sessions</c>: when a market trades.</summary>
internal static class SessionsVerb
{
    public static Verb Create() =>
        new(
            "sessions",
            "When a market trades: the trading day and session of an instant, the calendar of a period.",
            "./keel sessions at 2025-11-28T18:10:00Z --instrument MES",
            "./keel sessions calendar --instrument MCL --from 2025-11-24 --to 2025-12-01"
        )
        {
            At(),
            Calendar(),
        };

    private static Verb At()
    {
        var instrument = Instrument();
        var at = new Argument<string>("INSTANT")
        {
            Description = "an instant with its zone: 2025-11-28T18:10:00Z, 2025-11-28T13:10:00-05:00",
        };
        return new Verb(
            "at",
            "Which trading day and session an instant belongs to, and when the market next opens and closes.",
            "./keel sessions at 2025-11-28T18:10:00Z --instrument MES",
            "./keel sessions at 2025-11-28T18:10:00Z --instrument MES --json"
        )
        {
            at,
            instrument,
        }.Does(
            (parsed, terminal, _) =>
            {
                var symbol = parsed.GetValue(instrument)!;
                var calendar = CalendarOf(symbol);
                var text = parsed.GetValue(at)!;
                if (
                    NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Parse(text) is not { Success: true, Value: var value }
                    || !DataOptions.IsInReach(value.Date)
                )
                {
                    throw new UsageException(
                        $"'{text}' is no instant",
                        "it carries no zone, is no time, or lies outside the years 1900 to 2199",
                        "write it like 2025-11-28T18:10:00Z or 2025-11-28T13:10:00-05:00"
                    );
                }

                WriteAt(symbol, calendar, Timestamp.FromInstant(value.ToInstant()), terminal);
                return ExitCode.Done;
            }
        );
    }

    private static void WriteAt(string symbol, TradingCalendar calendar, Timestamp instant, Terminal terminal)
    {
        var day = calendar.TradingDayAt(instant);
        var part = calendar.PartAt(instant).ToString().ToLowerInvariant();
        var known = calendar.Knows(instant);
        var (open, close, flat) = (calendar.NextOpen(instant), calendar.NextClose(instant), calendar.FlatBy(instant));
        var note = calendar.SessionAt(instant)?.Note ?? "";
        terminal.Line($"{symbol} at {instant}");
        terminal.Line($"  trading day  {(day is null ? "none" : $"{day:yyyy-MM-dd}")}{(note.Length > 0 ? $"  ({note})" : "")}");
        terminal.Line($"  session      {part}");
        terminal.Line($"  next open    {open}  {Local(open)}");
        terminal.Line($"  next close   {close}  {Local(close)}");
        terminal.Line($"  flat by      {(flat is null ? "-" : $"{flat}  {Local(flat.Value)}")}");
        if (!known)
        {
            terminal.Line(
                $"  note         the calendar knows {calendar.FirstKnownDay:yyyy-MM-dd} to {calendar.LastKnownDay:yyyy-MM-dd}: this is by rule, and the earlier time where rules differ"
            );
        }

        terminal.Document(
            new JsonObject
            {
                ["instrument"] = symbol,
                ["at"] = instant.ToString(),
                ["trading_day"] = day is null ? null : $"{day:yyyy-MM-dd}",
                ["session"] = part,
                ["next_open"] = open.ToString(),
                ["next_close"] = close.ToString(),
                ["flat_by"] = flat?.ToString(),
                ["known"] = known,
            }
        );
    }

    private static Verb Calendar()
    {
        var instrument = Instrument();
        var options = new DataOptions();
        options.From.Description = "first trading day, included (default: today)";
        options.To.Description = "first trading day after the end (default: two weeks later)";
        var special = new Option<bool>("--special") { Description = "only days that are not regular" };
        return new Verb(
            "calendar",
            "The trading days of a period: open, close, regular hours, and why a day is special.",
            "./keel sessions calendar --instrument MES --from 2025-11-24 --to 2025-12-01",
            "./keel sessions calendar --instrument MCL --from 2026-01-01 --to 2027-01-01 --special"
        )
        {
            instrument,
            options.From,
            options.To,
            special,
        }.Does(
            (parsed, terminal, _) =>
            {
                var calendar = CalendarOf(parsed.GetValue(instrument)!);
                var today = SystemClock.Instance.GetCurrentInstant().InZone(calendar.Zone).Date;
                var from = parsed.GetValue(options.From) is null ? today : DataOptions.DateOf(parsed, options.From);
                var to = parsed.GetValue(options.To) is null ? from.PlusDays(14) : DataOptions.DateOf(parsed, options.To);
                if (to <= from || Period.DaysBetween(from, to) > 40_000)
                {
                    throw new UsageException(
                        $"no days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}",
                        "--to is the first day after the period",
                        "give a later --to"
                    );
                }

                var sessions = calendar
                    .Sessions(from, to)
                    .Where(session => !parsed.GetValue(special) || session.Kind != SessionKind.Regular || session.Note.Length > 0)
                    .ToList();
                WriteCalendar(calendar, sessions, terminal);
                return ExitCode.Done;
            }
        );
    }

    private static void WriteCalendar(TradingCalendar calendar, List<TradingSession> sessions, Terminal terminal)
    {
        terminal.Line($"{calendar.Name}, times of New York");
        terminal.Line($"{"day", -16}{"opens", -13}{"closes", -8}{"regular hours", -15}{"kind", -14}why");
        var days = new JsonArray();
        foreach (var session in sessions)
        {
            var hours = session.Hours;
            var rth = session.RegularHours;
            var regular = rth is null ? "-" : $"{Clock(rth.Start)}-{Clock(rth.End)}";
            var kind = Kind(session.Kind) + (session.IsKnown ? "" : " ?");
            terminal.Line(
                $"{$"{session.Day:ddd yyyy-MM-dd}", -16}{(hours is null ? "-" : Local(hours.Start, "ddd HH:mm")), -13}{(hours is null ? "-" : Clock(hours.End)), -8}{regular, -15}{kind, -14}{session.Note}".TrimEnd()
            );
            days.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["trading_day"] = $"{session.Day:yyyy-MM-dd}",
                        ["kind"] = Kind(session.Kind),
                        ["open"] = hours?.Start.ToString(),
                        ["close"] = hours?.End.ToString(),
                        ["rth_open"] = rth?.Start.ToString(),
                        ["rth_close"] = rth?.End.ToString(),
                        ["pause_start"] = session.Pause?.Start.ToString(),
                        ["pause_end"] = session.Pause?.End.ToString(),
                        ["trade_date"] = session.TradeDate is null ? null : $"{session.TradeDate:yyyy-MM-dd}",
                        ["earliest_close"] = session.EarliestClose?.ToString(),
                        ["known"] = session.IsKnown,
                        ["note"] = session.Note,
                    }
            );
        }

        terminal.Document(new JsonObject { ["calendar"] = calendar.Name, ["days"] = days });
    }

    private static Option<string> Instrument() =>
        new("--instrument")
        {
            Description = "the instrument whose hours are meant (default: MES)",
            HelpName = "SYMBOL",
            DefaultValueFactory = _ => "MES",
        };

    private static TradingCalendar CalendarOf(string symbol) =>
        BarSelection.CalendarOf(symbol) is { } name
            ? TradingCalendar.Find(name)
            : throw new UsageException(
                $"the hours of '{symbol}' are not known",
                "it is no instrument that Keel knows",
                "use MES, NQ, MCL, GC …, or a contract such as MESZ5"
            );

    private static string Kind(SessionKind kind) =>
        kind switch
        {
            SessionKind.Regular => "regular",
            SessionKind.EarlyClose => "early_close",
            SessionKind.HolidayHalt => "holiday_halt",
            SessionKind.Closed => "closed",
        };

    private static string Clock(Timestamp instant) => Local(instant, "HH:mm");

    private static string Local(Timestamp instant, string format = "ddd HH:mm 'New York'") =>
        instant.ToInstant().InZone(TradingZones.NewYork).ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}

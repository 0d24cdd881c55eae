using Keel.Domain.Facts;
using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The dated facts about sessions that come with the program: how far they reach, exceptions, unscheduled stops.</summary>
internal static class SessionFacts
{
    private static readonly Dictionary<string, SessionKind> Kinds = new()
    {
        ["regular"] = SessionKind.Regular,
        ["early_close"] = SessionKind.EarlyClose,
        ["holiday_halt"] = SessionKind.HolidayHalt,
        ["closed"] = SessionKind.Closed,
    };

    /// <summary>The days of a calendar for which the rules and exceptions have been checked against published schedules.</summary>
    public static DateInterval KnownDays(string calendar)
    {
        foreach (var row in Rows("coverage"))
        {
            if (row.Text("calendar") == calendar)
            {
                return row.Build(known => new DateInterval(known.Date("first_known_day"), known.Date("last_known_day")));
            }
        }

        throw new FactException($"coverage.csv has no row for {calendar}");
    }

    /// <summary>The days of a calendar on which its rules do not hold.</summary>
    public static IReadOnlyDictionary<LocalDate, SessionException> Exceptions(string calendar)
    {
        var found = new Dictionary<LocalDate, SessionException>();
        foreach (var row in Rows("exceptions"))
        {
            if (row.Text("calendar") == calendar)
            {
                var exception = Exception(row);
                if (!found.TryAdd(exception.Day, exception))
                {
                    throw row.Wrong($"{exception.Day:uuuu-MM-dd} has an exception already");
                }
            }
        }

        return found;
    }

    /// <summary>The unscheduled stops that concern a calendar, in order.</summary>
    public static IReadOnlyList<UnscheduledStop> Stops(string calendar)
    {
        var found = new List<UnscheduledStop>();
        foreach (var row in Rows("stops"))
        {
            if (row.Text("calendar") == calendar || row.Text("calendar") == "*")
            {
                found.Add(row.Build(Stop));
            }
        }

        return found.AsReadOnly();
    }

    private static IReadOnlyList<FactRow> Rows(string table) => FactTable.Embedded($"sessions/{table}.csv").Rows;

    private static SessionException Exception(FactRow row)
    {
        var hours = new DayHours(
            row.Choice("kind", Kinds),
            row.OptionalTime("close"),
            row.OptionalTime("earliest_close"),
            row.OptionalTime("regular_hours_until")
        );
        return new SessionException(row.Text("calendar"), row.Date("day"), hours, row.Optional("note") ?? "");
    }

    private static UnscheduledStop Stop(FactRow row) =>
        new()
        {
            Day = row.Date("day"),
            Time = new TimeRange(row.Instant("start"), row.Instant("end")),
            Kind = row.Text("kind"),
            What = row.Text("what"),
            Confidence = row.Text("confidence"),
        };
}

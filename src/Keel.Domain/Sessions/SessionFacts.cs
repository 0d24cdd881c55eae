using System.Globalization;
using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The dated facts about sessions that come with the program: how far they reach, exceptions, unscheduled stops.</summary>
internal static class SessionFacts
{
    /// <summary>The days of a calendar for which the rules and exceptions have been checked against published schedules.</summary>
    public static DateInterval KnownDays(string calendar)
    {
        foreach (var row in Rows("coverage", columns: 3))
        {
            if (row[0] == calendar)
            {
                return new DateInterval(Date(row[1]), Date(row[2]));
            }
        }

        throw new InvalidDataException($"coverage.csv has no row for {calendar}");
    }

    /// <summary>The days of a calendar on which its rules do not hold.</summary>
    public static IReadOnlyDictionary<LocalDate, SessionException> Exceptions(string calendar)
    {
        var found = new Dictionary<LocalDate, SessionException>();
        foreach (var row in Rows("exceptions", columns: 7))
        {
            if (row[0] == calendar)
            {
                var hours = new DayHours(Kind(row[2]), Time(row[3]), Time(row[4]), Time(row[5]));
                found.Add(Date(row[1]), new SessionException(calendar, Date(row[1]), hours, row[6]));
            }
        }

        return found;
    }

    /// <summary>The unscheduled stops that concern a calendar, in order.</summary>
    public static IReadOnlyList<UnscheduledStop> Stops(string calendar)
    {
        var found = new List<UnscheduledStop>();
        foreach (var row in Rows("stops", columns: 7))
        {
            if (row[0] == calendar || row[0] == "*")
            {
                found.Add(
                    new UnscheduledStop
                    {
                        Day = Date(row[1]),
                        Time = new TimeRange(Timestamp.Parse(row[2]), Timestamp.Parse(row[3])),
                        Kind = row[4],
                        What = row[5],
                        Confidence = row[6],
                    }
                );
            }
        }

        return found.AsReadOnly();
    }

    private static IEnumerable<string[]> Rows(string table, int columns)
    {
        var name = $"Keel.Facts/sessions/{table}.csv";
        var stream =
            typeof(SessionFacts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is missing from the program");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            // Our own tables: no quotes, no commas inside a cell, and the count says so when someone adds one.
            var cells = line.Split(',');
            yield return cells.Length == columns
                ? cells
                : throw new InvalidDataException($"{name}: {columns} cells expected in '{line}'");
        }
    }

    // Read without NodaTime's patterns: building those takes longer than everything else a calendar needs to start.
    private static LocalDate Date(string cell) =>
        LocalDate.FromDateOnly(DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static LocalTime? Time(string cell) =>
        cell.Length == 0 ? null : LocalTime.FromTimeOnly(TimeOnly.ParseExact(cell, "HH:mm", CultureInfo.InvariantCulture));

    private static SessionKind Kind(string cell) =>
        cell switch
        {
            "regular" => SessionKind.Regular,
            "early_close" => SessionKind.EarlyClose,
            "holiday_halt" => SessionKind.HolidayHalt,
            "closed" => SessionKind.Closed,
            _ => throw new InvalidDataException($"'{cell}' is no kind of session"),
        };
}

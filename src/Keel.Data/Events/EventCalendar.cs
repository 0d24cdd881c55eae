using Keel.Domain;
using NodaTime;
using NodaTime.Text;

namespace Keel.Data.Events;

/// <summary>Reads a calendar of events: a CSV with the columns <c>time,zone,event,importance</c>, local times in the zone that each row names.</summary>
public static class EventCalendar
{
    private static readonly LocalDateTimePattern[] Forms =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    /// <summary>The events of a file in the order of time; throws with row and reason where one cannot be read.</summary>
    public static IReadOnlyList<MarketEvent> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                $"cannot read the events {path}",
                trouble.Message,
                "name a CSV with time,zone,event,importance"
            );
        }

        var events = new List<MarketEvent>();
        for (var i = 0; i < lines.Length; i++)
        {
            var isHeader = i == 0 && lines[0].StartsWith("time", StringComparison.OrdinalIgnoreCase);
            if (!isHeader && lines[i].Trim() is { Length: > 0 } line && line[0] != '#')
            {
                events.Add(ReadLine(path, i + 1, line));
            }
        }

        events.Sort((one, other) => one.At.CompareTo(other.At));
        return events;
    }

    private static MarketEvent ReadLine(string path, int row, string line)
    {
        var cells = line.Split(',').Select(cell => cell.Trim()).ToArray();
        if (cells.Length < 3)
        {
            throw Wrong(path, row, $"'{line}' has {cells.Length} columns", "write time,zone,event,importance");
        }

        var zone =
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(cells[1])
            ?? throw Wrong(path, row, $"'{cells[1]}' is no time zone", "write America/New_York, America/Chicago or UTC");
        foreach (var form in Forms)
        {
            if (form.Parse(cells[0]) is { Success: true, Value: var local })
            {
                return new MarketEvent(
                    Timestamp.FromInstant(local.InZoneLeniently(zone).ToInstant()),
                    cells[2],
                    cells.Length > 3 ? cells[3] : ""
                );
            }
        }

        throw Wrong(path, row, $"'{cells[0]}' is no time", "write it like 2024-01-31 14:00");
    }

    private static DataException Wrong(string path, int row, string why, string remedy) =>
        new($"cannot read the events {path}", $"row {row}: {why}", remedy);
}

using System.Globalization;
using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>A stretch of trading days, both ends included.</summary>
public readonly record struct DayRange(LocalDate First, LocalDate Last)
{
    /// <summary>Whether a day belongs to both.</summary>
    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    /// <summary>Whether the day belongs to it.</summary>
    public bool Contains(LocalDate day) => First <= day && day <= Last;

    /// <summary>Reads <c>2023</c>, <c>2023-04</c>, <c>2023-04-17</c> or two of them joined by <c>..</c>; false when it is anything else or runs backwards.</summary>
    public static bool TryParse(string text, out DayRange period)
    {
        period = default;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? text : text[..dots];
        var to = dots < 0 ? text : text[(dots + 2)..];
        if (!TryEnds(from.Trim(), out var first) || !TryEnds(to.Trim(), out var last) || first.First > last.Last)
        {
            return false;
        }

        period = new DayRange(first.First, last.Last);
        return true;
    }

    /// <summary>Both ends as dates.</summary>
    public override string ToString() => $"{First:uuuu-MM-dd}..{Last:uuuu-MM-dd}";

    private static bool TryEnds(string text, out DayRange ends)
    {
        ends = default;
        var parts = text.Split('-');
        Span<int> numbers = [0, 1, 1];
        if (parts.Length > 3)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (
                parts[i].Length != (i == 0 ? 4 : 2)
                || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])
            )
            {
                return false;
            }
        }

        var (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        var first = new LocalDate(year, month, day);
        var next = parts.Length switch
        {
            1 => first.PlusYears(1),
            2 => first.PlusMonths(1),
            _ => first.PlusDays(1),
        };
        ends = new DayRange(first, next.PlusDays(-1));
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Keel.Domain.Facts;

/// <summary>Values that each hold from their date until the next one's.</summary>
internal sealed class DatedList<T>
    where T : class
{
    private readonly List<(LocalDate From, T Value)> values = [];

    /// <summary>The first date on which a value holds; throws while the list is empty.</summary>
    public LocalDate First => values[0].From;

    /// <summary>The date from which the last value holds; throws while the list is empty.</summary>
    public LocalDate Last => values[^1].From;

    /// <summary>Adds what holds from a row's date; throws with the row's line when that is not later than all before.</summary>
    public void Add(FactRow row, LocalDate from, T value)
    {
        if (values.Count > 0 && from <= Last)
        {
            throw row.Wrong($"{from:uuuu-MM-dd} is not later than the row before ({Last:uuuu-MM-dd})");
        }

        values.Add((from, value));
    }

    /// <summary>What holds on a date; false before the first.</summary>
    public bool TryOn(LocalDate date, [NotNullWhen(true)] out T? value)
    {
        value = null;
        foreach (var (from, candidate) in values)
        {
            if (from > date)
            {
                break;
            }

            value = candidate;
        }

        return value is not null;
    }
}

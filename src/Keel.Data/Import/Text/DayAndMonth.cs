using System.Text;

namespace Keel.Data.Import.Text;

/// <summary>Settles whether 01/02/2024 is January or February: the dates with a number above 12 tell.</summary>
internal sealed class DayAndMonth
{
    private long asMonthFirst;
    private long asDayFirst;

    /// <summary>The layout that a whole text table fits; throws where nothing tells.</summary>
    public static TimeLayout Find(SourceFile file, TextLayout layout)
    {
        var found = new DayAndMonth();
        using var buffer = new LineBuffer(file.Open(), file.Name);
        var line = 0;
        while (buffer.Fill())
        {
            while (buffer.TryNext(out var from, out var length))
            {
                if (line++ < layout.LinesBeforeData)
                {
                    continue;
                }

                var text = buffer.Slice(from, length);
                for (var column = 0; column < layout.Columns.Time && text.IndexOf(layout.Delimiter) is >= 0 and var at; column++)
                {
                    text = text[(at + 1)..];
                }

                var end = text.IndexOf(layout.Delimiter);
                found.Look((end < 0 ? text : text[..end]).Trim(" \""u8));
            }
        }

        return found.Answer(file.Name);
    }

    /// <summary>The layout that all of these times fit; throws where nothing tells.</summary>
    public static TimeLayout Find(string name, IEnumerable<string> times)
    {
        var found = new DayAndMonth();
        foreach (var time in times)
        {
            found.Look(Encoding.UTF8.GetBytes(time));
        }

        return found.Answer(name);
    }

    private void Look(ReadOnlySpan<byte> time)
    {
        var monthFirst = TimeText.Read(time, TimeLayout.MonthDayYear, out _) != TimeText.Kind.Unreadable;
        var dayFirst = TimeText.Read(time, TimeLayout.DayMonthYear, out _) != TimeText.Kind.Unreadable;
        asMonthFirst += monthFirst && !dayFirst ? 1 : 0;
        asDayFirst += dayFirst && !monthFirst ? 1 : 0;
    }

    private TimeLayout Answer(string name)
    {
        if (asMonthFirst == asDayFirst)
        {
            throw new DataException(
                $"cannot read the dates of {name}",
                asMonthFirst == 0
                    ? "no date tells whether day or month comes first"
                    : "some dates are month/day, as many others day/month",
                "say it with --dates mdy or --dates dmy"
            );
        }

        return asMonthFirst > asDayFirst ? TimeLayout.MonthDayYear : TimeLayout.DayMonthYear;
    }
}

namespace Keel.Data.Import.Text;

/// <summary>Settles whether 01/02/2024 is January or February: the first date with a number above 12 tells.</summary>
internal static class DayAndMonth
{
    /// <summary>The layout that the whole file fits; throws where nothing tells.</summary>
    public static TimeLayout Find(SourceFile file, TextLayout layout)
    {
        long asMonthFirst = 0;
        long asDayFirst = 0;
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
                text = (end < 0 ? text : text[..end]).Trim(" \""u8);
                var monthFirst = TimeText.Read(text, TimeLayout.MonthDayYear, out _) != TimeText.Kind.Unreadable;
                var dayFirst = TimeText.Read(text, TimeLayout.DayMonthYear, out _) != TimeText.Kind.Unreadable;
                asMonthFirst += monthFirst && !dayFirst ? 1 : 0;
                asDayFirst += dayFirst && !monthFirst ? 1 : 0;
            }
        }

        if (asMonthFirst == asDayFirst)
        {
            throw new DataException(
                $"cannot read the dates of {file.Name}",
                asMonthFirst == 0
                    ? "no date tells whether day or month comes first"
                    : "some dates are month/day, as many others day/month",
                "say it with --dates mdy or --dates dmy"
            );
        }

        return asMonthFirst > asDayFirst ? TimeLayout.MonthDayYear : TimeLayout.DayMonthYear;
    }
}

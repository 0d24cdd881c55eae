using System.Text;

namespace Keel.Data.Import.Text;

/// <summary>Finds out how a text table is laid out, from its first lines.</summary>
internal sealed class TextSniffer(string name, IReadOnlyList<string> lines)
{
    /// <summary>Lines that are looked at.</summary>
    public const int SampleLines = 300;

    // The comma comes after those that no number holds: where it parts decimals, four prices have enough of them to look like columns.
    private static readonly char[] Delimiters = [';', '\t', '|', ',', ' '];

    /// <summary>A time and four prices.</summary>
    private const int FewestColumns = 5;

    /// <summary>The layout; throws where the lines are no table of bars.</summary>
    public TextLayout Sniff(TimeLayout? dates)
    {
        var first = 0;
        while (first < lines.Count && IsBlankOrComment(lines[first]))
        {
            first++;
        }

        if (first == lines.Count)
        {
            throw new DataException($"nothing to import in {name}", "the file is empty", "give a file with one bar a line");
        }

        var (delimiter, fields) = FindDelimiter(first);
        var hasHeader = IsHeader(fields);
        var dataFrom = hasHeader ? first + 1 : first;
        var sample = Sample(dataFrom, delimiter);
        if (sample.Count == 0)
        {
            throw new DataException(
                $"nothing to import in {name}",
                "it has a header and no rows",
                "give a file with one bar a line"
            );
        }

        var columns = hasHeader ? FromHeader(fields, first) : FromValues(sample);
        if (sample[0].Length <= columns.Last)
        {
            throw NotBars($"line {first + 1} names {fields.Length} columns, but the rows have {sample[0].Length}");
        }

        var times = sample.ConvertAll(row => TimeOf(row, columns));
        var layout = FindTimeLayout(times, dates);
        return new TextLayout
        {
            Delimiter = (byte)delimiter,
            DecimalMark =
                delimiter != ','
                && sample.TrueForAll(row => !row[columns.Open].Contains('.'))
                && sample.Exists(row => row[columns.Open].Contains(','))
                    ? (byte)','
                    : (byte)'.',
            LinesBeforeData = dataFrom,
            HeaderLine = hasHeader ? lines[first] : "",
            Columns = columns,
            Time = layout,
            Clock = hasHeader && ColumnNames.SaysUtc(fields[columns.Time]) ? SourceClock.Utc : TimeSniffer.ClockOf(times, layout),
        };
    }

    /// <summary>Whether a line holds no row.</summary>
    public static bool IsBlankOrComment(string line) => string.IsNullOrWhiteSpace(line) || line[0] == '#';

    private static string[] Split(string line, char delimiter)
    {
        var options = delimiter == ' ' ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None;
        return line.Split(delimiter, options).Select(field => field.Trim(' ', '"')).ToArray();
    }

    private static string TimeOf(string[] row, TextColumns columns) =>
        columns.Clock < 0 ? row[columns.Time] : $"{row[columns.Time]} {row[columns.Clock]}";

    private static bool IsNumber(string field) =>
        field.Length > 0 && NumberText.Read(Encoding.UTF8.GetBytes(field.Replace(',', '.')), (byte)'.', out _) == RowFault.None;

    private static bool IsHeader(string[] fields) =>
        fields.Any(field => field.Any(char.IsLetter)) && !fields.Any(IsNumber) && TimeKind(fields[0]) == TimeText.Kind.Unreadable;

    private (char Delimiter, string[] Fields) FindDelimiter(int first)
    {
        var cuts = Delimiters.Where(delimiter => CutsIntoColumns(first, delimiter)).ToList();
        if (cuts.Count > 0)
        {
            // Decimal commas cut a line into five pieces too, but those are no numbers.
            var delimiter = cuts.Find(cut => Sample(first, cut).Exists(row => row.Count(IsNumber) >= 4));
            delimiter = delimiter == default ? cuts[0] : delimiter;
            return (delimiter, Split(lines[first], delimiter));
        }

        throw NotBars("no delimiter (semicolon, tab, bar, comma, blank) cuts the lines into five or more columns");
    }

    private bool CutsIntoColumns(int first, char delimiter)
    {
        var widths = lines
            .Skip(first)
            .Where(line => !IsBlankOrComment(line))
            .Take(50)
            .Select(line => Split(line, delimiter).Length)
            .ToList();
        var usual = widths.GroupBy(width => width).OrderByDescending(group => group.Count()).First();
        return usual.Key >= FewestColumns && usual.Count() * 2 > widths.Count;
    }

    /// <summary>The rows of the usual width; remarks above and below the table are none, however many they are.</summary>
    private List<string[]> Sample(int from, char delimiter)
    {
        var rows = lines
            .Skip(from)
            .Where(line => !IsBlankOrComment(line))
            .Select(line => Split(line, delimiter))
            .Where(row => row.Length >= FewestColumns)
            .ToList();
        if (rows.Count == 0)
        {
            return rows;
        }

        var usual = rows.GroupBy(row => row.Length).OrderByDescending(group => group.Count()).First().Key;
        return rows.Where(row => row.Length == usual).ToList();
    }

    private TextColumns FromHeader(string[] names, int line) =>
        TextColumns.From(ColumnNames.RolesOf(names))
        ?? throw NotBars(
            $"line {line + 1} names the columns {string.Join(", ", names)}, but time, open, high, low and close are not all among them"
        );

    private TextColumns FromValues(List<string[]> sample)
    {
        var row = sample[0];
        var roles = new ColumnRole[row.Length];
        var at = 0;
        if (row[0].Length > 0 && char.IsLetter(row[0][0]) && TimeKind(row[0]) == TimeText.Kind.Unreadable)
        {
            roles[at++] = ColumnRole.Symbol;
        }

        if (
            at + 1 < row.Length
            && TimeKind(row[at]) == TimeText.Kind.DateOnly
            && TimeKind($"{row[at]} {row[at + 1]}") == TimeText.Kind.Local
        )
        {
            roles[at++] = ColumnRole.Date;
            roles[at++] = ColumnRole.Clock;
        }
        else if (TimeKind(row[at]) != TimeText.Kind.Unreadable)
        {
            roles[at++] = ColumnRole.Timestamp;
        }
        else
        {
            throw NotBars($"there is no header, and the first column ('{row[at]}') is no time");
        }

        ReadOnlySpan<ColumnRole> order = [ColumnRole.Open, ColumnRole.High, ColumnRole.Low, ColumnRole.Close, ColumnRole.Volume];
        for (var i = 0; i < order.Length && at < row.Length; i++, at++)
        {
            roles[at] = order[i];
        }

        return TextColumns.From(roles)
            ?? throw NotBars("there is no header, and after the time there are fewer than four prices");
    }

    private static TimeText.Kind TimeKind(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (TimeText.LooksLikeEpoch(bytes))
        {
            return TimeText.Kind.Utc;
        }

        foreach (
            var layout in (ReadOnlySpan<TimeLayout>)[TimeLayout.YearMonthDay, TimeLayout.MonthDayYear, TimeLayout.DayMonthYear]
        )
        {
            var kind = TimeText.Read(bytes, layout, out _);
            if (kind != TimeText.Kind.Unreadable)
            {
                return kind;
            }
        }

        return TimeText.Kind.Unreadable;
    }

    private TimeLayout FindTimeLayout(List<string> times, TimeLayout? dates)
    {
        var found =
            TimeSniffer.LayoutOf(times) ?? throw NotBars($"the times (such as '{times[0]}') are in no form that Keel knows");
        return found is TimeLayout.MonthDayYear or TimeLayout.DayMonthYear && dates is not null ? dates.Value : found;
    }

    private DataException NotBars(string why) =>
        new(
            $"{name} is no table of bars",
            why,
            "give columns timestamp, open, high, low, close, volume; see 'keel data import --help'"
        );
}

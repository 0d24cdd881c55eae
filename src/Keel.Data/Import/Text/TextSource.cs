using System.Text;

namespace Keel.Data.Import.Text;

/// <summary>A table of bars as text.</summary>
internal sealed class TextSource : IRowSource
{
    private readonly SourceFile file;
    private readonly TextLayout layout;

    private TextSource(SourceFile file, TextLayout layout, IReadOnlyList<string> symbols, QuarantineMark? mark)
    {
        this.file = file;
        this.layout = layout;
        Symbols = symbols;
        Mark = mark;
    }

    /// <inheritdoc />
    public string Name => file.Name;

    /// <inheritdoc />
    public string Path => file.Path;

    /// <inheritdoc />
    public SourceClock Clock => layout.Clock;

    /// <inheritdoc />
    public bool PricesAreExact => true;

    /// <inheritdoc />
    public IReadOnlyList<string> Symbols { get; }

    /// <inheritdoc />
    public bool HasVolume => layout.Columns.Volume >= 0;

    /// <inheritdoc />
    public string Header => layout.HeaderForRows;

    /// <inheritdoc />
    public char Delimiter => (char)layout.Delimiter;

    /// <inheritdoc />
    public string Description => layout.ToString();

    /// <summary>What Keel wrote at the head of a quarantine file about where its rows came from; null in other files.</summary>
    public QuarantineMark? Mark { get; }

    /// <summary>Looks at a file's first lines; <paramref name="dates"/> settles 01/02/2024.</summary>
    public static TextSource Open(SourceFile file, TimeLayout? dates)
    {
        var lines = new List<string>();
        using (var buffer = new LineBuffer(file.Open(), file.Name))
        {
            buffer.Fill();
            while (lines.Count < TextSniffer.SampleLines && buffer.TryNext(out var from, out var length))
            {
                lines.Add(Encoding.UTF8.GetString(buffer.Slice(from, length)));
            }
        }

        var found = new TextSniffer(file.Name, lines).Sniff(dates);
        if (found.Time is TimeLayout.MonthDayYear or TimeLayout.DayMonthYear && dates is null)
        {
            found = found with { Time = DayAndMonth.Find(file, found) };
        }

        return new TextSource(file, found, SymbolsOf(file, found), lines.Count > 0 ? QuarantineMark.Read(lines[0]) : null);
    }

    /// <inheritdoc />
    public RowReader Open(bool timesOnly) => new TextRowReader(file, layout, timesOnly);

    private static List<string> SymbolsOf(SourceFile file, TextLayout layout)
    {
        var symbols = new List<string>();
        if (layout.Columns.Symbol < 0)
        {
            return symbols;
        }

        using var buffer = new LineBuffer(file.Open(), file.Name);
        var line = 0;
        while (symbols.Count < 8 && buffer.Fill())
        {
            while (symbols.Count < 8 && buffer.TryNext(out var from, out var length))
            {
                if (line++ >= layout.LinesBeforeData)
                {
                    AddSymbol(symbols, buffer.Slice(from, length), layout);
                }
            }
        }

        return symbols;
    }

    private static void AddSymbol(List<string> symbols, ReadOnlySpan<byte> line, TextLayout layout)
    {
        for (var column = 0; column < layout.Columns.Symbol; column++)
        {
            var at = line.IndexOf(layout.Delimiter);
            line = at < 0 ? default : line[(at + 1)..];
        }

        var end = line.IndexOf(layout.Delimiter);
        var field = (end < 0 ? line : line[..end]).Trim(" \""u8);
        foreach (var known in symbols)
        {
            if (known.Length == field.Length && Encoding.UTF8.GetString(field) == known)
            {
                return;
            }
        }

        if (!field.IsEmpty)
        {
            symbols.Add(Encoding.UTF8.GetString(field));
        }
    }
}

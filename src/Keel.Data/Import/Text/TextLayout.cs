namespace Keel.Data.Import.Text;

/// <summary>How a text table of bars is laid out: found out from its first lines, or refused with the reason.</summary>
internal sealed record TextLayout
{
    public required byte Delimiter { get; init; }

    public required byte DecimalMark { get; init; }

    /// <summary>Lines above the first row of data: comments, blank lines, the header.</summary>
    public required int LinesBeforeData { get; init; }

    /// <summary>The header as the file has it; empty where it has none.</summary>
    public required string HeaderLine { get; init; }

    public required TextColumns Columns { get; init; }

    public required TimeLayout Time { get; init; }

    public required SourceClock Clock { get; init; }

    /// <summary>The header for rows taken out of this file: its own, or names for its columns in their order.</summary>
    public string HeaderForRows => HeaderLine.Length > 0 ? HeaderLine : Columns.SyntheticHeader((char)Delimiter);

    /// <summary>The layout in words.</summary>
    public override string ToString()
    {
        var mark = Delimiter switch
        {
            (byte)',' => "comma",
            (byte)';' => "semicolon",
            (byte)'\t' => "tab",
            (byte)'|' => "bar",
            _ => "blank",
        };
        var header = HeaderLine.Length > 0 ? "with header" : "without header";
        var time = Time switch
        {
            TimeLayout.Epoch => "times as integers since 1970",
            TimeLayout.MonthDayYear => "times month/day/year",
            TimeLayout.DayMonthYear => "times day/month/year",
            _ => "times year-month-day",
        };
        return $"{mark} between columns, {header}, {time}";
    }
}

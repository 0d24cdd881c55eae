namespace Keel.Data.Import.Text;

/// <summary>In which column of a text table each part of a bar stands; -1 where there is none.</summary>
internal sealed record TextColumns(int Count, int Time, int Clock, int Open, int High, int Low, int Close, int Volume, int Symbol)
{
    /// <summary>The last column that must be there.</summary>
    public int Last { get; } =
        Math.Max(Math.Max(Math.Max(Time, Clock), Math.Max(Open, High)), Math.Max(Math.Max(Low, Close), Volume));

    /// <summary>From the roles of named columns; null when a part is missing.</summary>
    public static TextColumns? From(ColumnRole[] roles)
    {
        int Of(ColumnRole role) => Array.IndexOf(roles, role);
        var date = Of(ColumnRole.Date);
        var columns = new TextColumns(
            roles.Length,
            date >= 0 ? date : Of(ColumnRole.Timestamp),
            date >= 0 ? Of(ColumnRole.Clock) : -1,
            Of(ColumnRole.Open),
            Of(ColumnRole.High),
            Of(ColumnRole.Low),
            Of(ColumnRole.Close),
            Of(ColumnRole.Volume),
            Of(ColumnRole.Symbol)
        );
        return columns is { Time: >= 0, Open: >= 0, High: >= 0, Low: >= 0, Close: >= 0 } ? columns : null;
    }

    /// <summary>Names for the columns of a table without header, so that rows taken from it can be read again.</summary>
    public string SyntheticHeader(char delimiter)
    {
        var names = Enumerable.Range(0, Count).Select(i => $"column{i + 1}").ToArray();
        Name(Time, Clock >= 0 ? "date" : "timestamp");
        Name(Clock, "time");
        Name(Open, "open");
        Name(High, "high");
        Name(Low, "low");
        Name(Close, "close");
        Name(Volume, "volume");
        Name(Symbol, "symbol");
        return string.Join(delimiter, names);

        void Name(int column, string name)
        {
            if (column >= 0)
            {
                names[column] = name;
            }
        }
    }
}

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>A bad file, how it is imported, and what must come of it.</summary>
internal sealed record Ordeal(string Name, Func<Workbench, string> File, Outcome Outcome)
{
    /// <summary>The options after the file, but for the catalog.</summary>
    public string[] Options { get; init; } = ["--instrument", "MES"];
}

/// <summary>What must come of an import.</summary>
internal abstract record Outcome
{
    /// <summary>Nothing is imported: the data are no good (1) or the command line is not (2), and the error holds all of these words.</summary>
    internal sealed record Refused(int ExitCode, params string[] Words) : Outcome;

    /// <summary>So many bars are imported, and so many rows set aside for a reason; null where all are good.</summary>
    internal sealed record Imported(int Bars, string? Reason = null, int Rows = 0) : Outcome;

    public static Outcome BadData(params string[] words) => new Refused(1, words);

    public static Outcome BadUsage(params string[] words) => new Refused(2, words);

    public static Outcome Whole(int bars = BarTable.Bars) => new Imported(bars);

    public static Outcome But(int rows, string reason, int bars = BarTable.Bars) => new Imported(bars - rows, reason, rows);
}

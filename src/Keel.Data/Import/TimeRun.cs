namespace Keel.Data.Import;

/// <summary>A stretch of rows, in the order of the file, that follow one another without a long pause; times in the file's own clock.</summary>
internal sealed class TimeRun(long row, long time)
{
    /// <summary>The first row's number in the file.</summary>
    public long FirstRow { get; } = row;

    /// <summary>The last row's number in the file.</summary>
    public long LastRow { get; private set; } = row;

    /// <summary>The first row's time.</summary>
    public long First { get; } = time;

    /// <summary>The last row's time.</summary>
    public long Last { get; private set; } = time;

    /// <summary>The earliest time.</summary>
    public long Lowest { get; private set; } = time;

    /// <summary>The latest time.</summary>
    public long Highest { get; private set; } = time;

    /// <summary>How many rows.</summary>
    public long Count { get; private set; } = 1;

    /// <summary>Steps back from one row to the next.</summary>
    public long StepsBack { get; private set; }

    /// <summary>Rows earlier than another of the run before them.</summary>
    public long RowsBehind { get; private set; }

    /// <summary>Takes the next row in.</summary>
    public void Add(long number, long next)
    {
        StepsBack += next < Last ? 1 : 0;
        RowsBehind += next < Highest ? 1 : 0;
        (LastRow, Last) = (number, next);
        Lowest = Math.Min(Lowest, next);
        Highest = Math.Max(Highest, next);
        Count++;
    }
}

namespace Keel.Data.Import;

/// <summary>Hands out the rows of a source in batches, in the order of the file.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>Rows in a batch, at most.</summary>
    public const int BatchSize = 8192;

    /// <summary>The rows of the present batch.</summary>
    public RawBar[] Rows { get; } = new RawBar[BatchSize];

    /// <summary>How many there are.</summary>
    public int Count { get; protected set; }

    /// <summary>How far the reader is, as a share of the whole.</summary>
    public abstract double Progress { get; }

    /// <summary>Goes to the next batch; false at the end.</summary>
    public abstract bool Next();

    /// <summary>A row of the present batch as the file has it.</summary>
    public abstract string Line(int index);

    /// <inheritdoc />
    public abstract void Dispose();

    /// <summary>What is wrong with the first of a row's prices with which something is.</summary>
    protected static RowFault FirstOf(RowFault open, RowFault high, RowFault low, RowFault close) =>
        open != RowFault.None ? open
        : high != RowFault.None ? high
        : low != RowFault.None ? low
        : close;
}

using Keel.Domain.Markets;

namespace Keel.Data.TimeSeries;

/// <summary>Hands out bars in batches, in the order of their opening times; memory stays flat however many there are.</summary>
public abstract class BarReader : IDisposable
{
    /// <summary>The next batch, valid until the next call; false when there are no more bars.</summary>
    public abstract bool Read(out ReadOnlySpan<Bar> bars);

    /// <summary>Appends the next batch to a series; false when there are no more bars.</summary>
    public virtual bool ReadInto(Series<Bar> series)
    {
        if (!Read(out var bars))
        {
            return false;
        }

        series.AddRange(bars);
        return true;
    }

    /// <summary>A reader over a series in memory.</summary>
    public static BarReader Over(Series<Bar> series) => new MemoryBarReader(series);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the reader holds.</summary>
    protected virtual void Dispose(bool disposing) { }

    private sealed class MemoryBarReader(Series<Bar> series) : BarReader
    {
        private int block;

        public override bool Read(out ReadOnlySpan<Bar> bars)
        {
            bars = block < series.BlockCount ? series.Block(block) : default;
            block++;
            return !bars.IsEmpty;
        }
    }
}

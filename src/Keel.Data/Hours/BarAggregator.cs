using Keel.Data.TimeSeries;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Hours;

/// <summary>Joins short bars to longer ones on a <see cref="BarGrid"/>: first open, highest high, lowest low, last close, summed volume.</summary>
internal sealed class BarAggregator(BarReader source, ITradingHours hours, HoursChoice choice, BarLength length) : BarReader
{
    private readonly BarGrid grid = new(hours, choice is HoursChoice.Rth or HoursChoice.Clock, length);
    private Bar[] done = [];
    private int count;
    private bool begun;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        count = 0;
        while (count == 0 && source.Read(out var batch))
        {
            if (done.Length <= batch.Length)
            {
                done = GC.AllocateUninitializedArray<Bar>(batch.Length + 1);
            }

            Join(batch);
        }

        if (count == 0 && begun)
        {
            Finish();
            grid.Leave();
        }

        bars = done.AsSpan(0, count);
        return count > 0;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private void Join(ReadOnlySpan<Bar> batch)
    {
        foreach (ref readonly var bar in batch)
        {
            var time = bar.OpenTime.UnixNanoseconds;
            if (time >= grid.End && !StaysInDay(time))
            {
                if (begun)
                {
                    Finish();
                }

                Start(time, in bar);
            }

            high = Math.Max(high, bar.High.InTicks);
            low = Math.Min(low, bar.Low.InTicks);
            close = bar.Close.InTicks;
            volume += bar.Volume.Lots;
        }
    }

    /// <summary>A bar after the close that belongs to no session (an old table, a holiday nobody knew) stays with the day before it.</summary>
    private bool StaysInDay(long time) => length.IsTradingDay && begun && !grid.IsInSession(time);

    private void Start(long time, in Bar bar)
    {
        grid.MoveTo(time);
        begun = true;
        open = bar.Open.InTicks;
        high = bar.High.InTicks;
        low = bar.Low.InTicks;
        volume = 0;
    }

    private void Finish()
    {
        if (volume > Bar.MaxVolume)
        {
            throw new DataException(
                "cannot join bars",
                $"the volume of the {length} bar at {new Domain.Timestamp(grid.Start)} is {volume} lots, more than a bar holds",
                "ask for shorter bars"
            );
        }

        done[count++] = new Bar(grid.Start, (int)open, (int)high, (int)low, (int)close, volume);
        begun = false;
    }
}

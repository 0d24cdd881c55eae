using Keel.Data.TimeSeries;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Hours;

/// <summary>
/// Joins short bars to longer ones: first open, highest high, lowest low, last close, summed volume. Bars are counted from the open of the
/// session (of regular hours, where only those are looked at) and never reach over its close; a trading day is one bar, stamped with that open.
/// </summary>
internal sealed class BarAggregator(BarReader source, ITradingHours hours, HoursChoice choice, BarLength length) : BarReader
{
    private readonly SessionCursor cursor = new(hours);
    private readonly bool regularOnly = choice is HoursChoice.Rth or HoursChoice.Clock;
    private readonly long step = length.IsTradingDay ? 0 : length.Length.Nanoseconds;
    private Bar[] done = [];
    private int count;
    private bool begun;
    private long start;
    private long end = long.MinValue;
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
            end = long.MinValue;
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
            if (time >= end && !StaysInDay(time))
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
    private bool StaysInDay(long time) => length.IsTradingDay && begun && !cursor.TryMove(time);

    private void Start(long time, in Bar bar)
    {
        var inSession = cursor.TryMove(time);
        var (from, to) = (cursor.Open, cursor.Close);
        if (!inSession)
        {
            // Outside every session there is no open to count from: the clock's own grid serves, and no session is reached into.
            from = step == 0 ? time : time - (time % step);
            to = cursor.Until;
        }
        else if (regularOnly && step > 0)
        {
            // On days that the calendar does not know the rest of the day passes too: before, in and after regular hours count for themselves.
            (from, to) =
                time < cursor.RthOpen ? (cursor.Open, cursor.RthOpen)
                : time < cursor.RthClose ? (cursor.RthOpen, cursor.RthClose)
                : (cursor.RthClose, cursor.Close);
        }
        else if (regularOnly && IsFiltered && time >= cursor.RthOpen && time < cursor.RthClose)
        {
            (from, to) = (cursor.RthOpen, cursor.RthClose);
        }

        start = step == 0 ? from : from + ((time - from) / step * step);
        end = step == 0 ? to : Math.Min(start + step, to);
        start = inSession ? start : Math.Max(start, cursor.From);
        begun = true;
        open = bar.Open.InTicks;
        high = bar.High.InTicks;
        low = bar.Low.InTicks;
        volume = 0;
    }

    /// <summary>Whether only regular hours can come in: on days that a calendar does not know, everything does.</summary>
    private bool IsFiltered => hours is not TradingCalendar || cursor.Session is { IsKnown: true };

    private void Finish()
    {
        if (volume > Bar.MaxVolume)
        {
            throw new DataException(
                "cannot join bars",
                $"the volume of the {length} bar at {new Domain.Timestamp(start)} is {volume} lots, more than a bar holds",
                "ask for shorter bars"
            );
        }

        done[count++] = new Bar(start, (int)open, (int)high, (int)low, (int)close, volume);
        begun = false;
    }
}

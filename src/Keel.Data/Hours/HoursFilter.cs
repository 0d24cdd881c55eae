using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Hours;

/// <summary>Lets pass the bars of the chosen hours. Where the calendar does not know the day, everything passes: nothing is left out on a guess.</summary>
internal sealed class HoursFilter(BarReader source, ITradingHours hours, HoursChoice choice) : BarReader
{
    private readonly SessionCursor cursor = new(hours);
    private readonly TradingCalendar? calendar = hours as TradingCalendar;
    private readonly DayPart wanted = choice == HoursChoice.Eth ? DayPart.Eth : DayPart.Rth;
    private Bar[] kept = [];
    private long from = long.MaxValue;
    private long until = long.MinValue;
    private bool passes;

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        while (source.Read(out var batch))
        {
            if (kept.Length < batch.Length)
            {
                kept = GC.AllocateUninitializedArray<Bar>(batch.Length);
            }

            var count = Filter(batch);
            if (count > 0)
            {
                bars = kept.AsSpan(0, count);
                return true;
            }
        }

        bars = default;
        return false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private int Filter(ReadOnlySpan<Bar> batch)
    {
        var count = 0;
        foreach (ref readonly var bar in batch)
        {
            var time = bar.OpenTime.UnixNanoseconds;
            if (time < from || time >= until)
            {
                Enter(time);
            }

            if (passes)
            {
                kept[count++] = bar;
            }
        }

        return count;
    }

    private void Enter(long time)
    {
        passes = cursor.MoveTo(time) == wanted || (calendar is not null && !calendar.Knows(new Timestamp(time)));
        (from, until) = (cursor.From, cursor.Until);
    }
}

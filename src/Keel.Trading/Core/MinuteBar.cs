using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Trading.Core;

/// <summary>Joins bars shorter than a minute to bars of one minute; longer ones pass as they are.</summary>
internal struct MinuteBar(Span barLength)
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;
    private readonly bool joins = barLength.Nanoseconds < Minute;
    private long present = long.MinValue;
    private long high;
    private long low;
    private long close;

    /// <summary>The highest price of the minute that was finished.</summary>
    public long High { get; private set; }

    /// <summary>Its lowest price.</summary>
    public long Low { get; private set; }

    /// <summary>Its last price.</summary>
    public long Close { get; private set; }

    /// <summary>Takes a bar; true when that finishes a minute.</summary>
    public bool Add(in Bar bar)
    {
        var minute = bar.OpenTime.UnixNanoseconds / Minute;
        var finished = !joins || (minute != present && present != long.MinValue);
        if (finished)
        {
            (High, Low, Close) = joins ? (high, low, close) : (bar.High.InTicks, bar.Low.InTicks, bar.Close.InTicks);
        }

        if (minute != present)
        {
            (present, high, low) = (minute, long.MinValue, long.MaxValue);
        }

        high = Math.Max(high, bar.High.InTicks);
        low = Math.Min(low, bar.Low.InTicks);
        close = bar.Close.InTicks;
        return finished;
    }
}

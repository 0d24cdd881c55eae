using Keel.Domain;
using Keel.Domain.Sessions;

namespace Keel.Trading.Conditions;

/// <summary>The minute of New York's day at an instant, 0 to 1439. Asks the time zone only where its clocks may have been moved.</summary>
public sealed class NewYorkMinute
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;
    private const int Minutes = 1440;
    private long from = long.MaxValue;
    private long until = long.MinValue;
    private long offset;

    /// <summary>The minute at an instant in nanoseconds.</summary>
    public int At(long instant)
    {
        if (instant < from || instant >= until)
        {
            Find(instant);
        }

        var minute = (int)(((instant + offset) / Minute) % Minutes);
        return minute < 0 ? minute + Minutes : minute;
    }

    private void Find(long instant)
    {
        var interval = TradingZones.NewYork.GetZoneInterval(new Timestamp(instant).ToInstant());
        from = interval.HasStart ? Timestamp.FromInstant(interval.Start).UnixNanoseconds : long.MinValue;
        until = interval.HasEnd ? Timestamp.FromInstant(interval.End).UnixNanoseconds : long.MaxValue;
        offset = interval.WallOffset.Nanoseconds;
    }
}

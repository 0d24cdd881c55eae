using System.Runtime.CompilerServices;
using NodaTime;

namespace Keel.Data.Import.Clock;

/// <summary>Turns the local times of a file into UTC; fast while no daylight-saving change is near.</summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    private long from = long.MaxValue;
    private long until = long.MinValue;
    private long offset;
    private long last = long.MinValue;

    /// <summary>The instant of a local time; false where the clock skipped it. A time that came twice is taken as the first, unless time would go backwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryToUtc(long local, out long utc)
    {
        if (local >= from && local < until)
        {
            utc = local - offset;
            last = utc;
            return true;
        }

        return TryNearChange(local, out utc);
    }

    private bool TryNearChange(long local, out long utc)
    {
        utc = 0;
        var wall = LocalDateTime.FromDateTime(DateTime.UnixEpoch).PlusNanoseconds(local);
        var mapping = zone.MapLocal(wall);
        if (mapping.Count == 0)
        {
            return false;
        }

        utc = Nanoseconds(mapping.First().ToInstant());
        if (mapping.Count == 2 && utc <= last)
        {
            utc = Nanoseconds(mapping.Last().ToInstant());
        }

        last = utc;
        Remember(mapping.EarlyInterval, utc);
        return true;
    }

    /// <summary>Within a day of a change the slow way is taken, so that no local time inside the remembered range is skipped or doubled.</summary>
    private void Remember(NodaTime.TimeZones.ZoneInterval interval, long utc)
    {
        offset = interval.WallOffset.Nanoseconds;
        var margin = NodaConstants.NanosecondsPerDay;
        from = interval.HasStart ? Nanoseconds(interval.Start) + offset + margin : long.MinValue + margin;
        until = interval.HasEnd ? Nanoseconds(interval.End) + offset - margin : long.MaxValue - margin;
        if (utc + offset < from || utc + offset >= until)
        {
            (from, until) = (long.MaxValue, long.MinValue);
        }
    }

    private static long Nanoseconds(Instant instant) => Domain.Timestamp.FromInstant(instant).UnixNanoseconds;
}

using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;
using NodaTime.TimeZones;

namespace Keel.Research.Performance;

/// <summary>Reads the hour and the weekday in New York; asks for the zone's offset only when it may have changed.</summary>
internal struct NewYorkClock
{
    private const long NanosecondsPerHour = 3600 * Timestamp.NanosecondsPerSecond;

    private ZoneInterval? interval;

    /// <summary>The hour of the day, 0 to 23, and the weekday.</summary>
    public (int Hour, IsoDayOfWeek Weekday) At(Timestamp time)
    {
        var instant = time.ToInstant();
        if (interval is null || !interval.Contains(instant))
        {
            interval = TradingZones.NewYork.GetZoneInterval(instant);
        }

        var hours = FloorDivide((Int128)time.UnixNanoseconds + interval.WallOffset.Nanoseconds, NanosecondsPerHour);
        var days = FloorDivide(hours, 24);

        // 1970-01-01 was a Thursday.
        var weekday = (int)(((days + 3) % 7 + 7) % 7) + 1;
        return ((int)(hours - days * 24), (IsoDayOfWeek)weekday);
    }

    private static long FloorDivide(Int128 value, long divisor)
    {
        var quotient = value / divisor;
        return (long)(value < quotient * divisor ? quotient - 1 : quotient);
    }
}

using Keel.Domain;
using NodaTime;

namespace Keel.Data.Shape;

/// <summary>Where an instant lies in New York: its trading day (six hours ahead of the date) and its minute of the day.</summary>
internal struct NewYorkDay
{
    private const long Hour = 3600 * Timestamp.NanosecondsPerSecond;
    private const long Day = 24 * Hour;

    /// <summary>The first minute of regular hours.</summary>
    public const int RegularOpen = (9 * 60) + 30;

    /// <summary>The first minute after regular hours.</summary>
    public const int RegularClose = 16 * 60;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private long cachedHour = long.MinValue;
    private long offset;

    public NewYorkDay() { }

    /// <summary>The trading day, counted from 1970, and the minute of the New York day.</summary>
    public (int Day, int Minute) Of(Timestamp instant)
    {
        var hour = instant.UnixNanoseconds / Hour;
        if (hour != cachedHour)
        {
            // The clocks change on the hour, so that an hour has one offset.
            cachedHour = hour;
            offset = Zone.GetUtcOffset(instant.ToInstant()).Nanoseconds;
        }

        var local = instant.UnixNanoseconds + offset;
        return ((int)((local + (6 * Hour)) / Day), (int)(local % Day / (60 * Timestamp.NanosecondsPerSecond)));
    }

    /// <summary>Whether a minute of the day belongs to the column.</summary>
    public static bool Belongs(int minute, HoursColumn column) =>
        column switch
        {
            HoursColumn.Rth => minute is >= RegularOpen and < RegularClose,
            HoursColumn.Eth => minute is < RegularOpen or >= RegularClose,
            HoursColumn.All => true,
        };
}

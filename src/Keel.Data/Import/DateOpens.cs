using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Import;

/// <summary>Rows with dates alone are trading days: their bars open when the session of that date does, like days joined from shorter bars.</summary>
internal static class DateOpens
{
    private static readonly LocalTime Noon = new(12, 0);

    /// <summary>From midnight of a date, in nanoseconds since 1970, to the open of its session; a date without session keeps midnight.</summary>
    public static Func<long, long> Of(TradingCalendar? calendar) =>
        midnight =>
        {
            var date = new Timestamp(midnight).ToInstant().InUtc().Date;
            var open = calendar is not null
                ? calendar.SessionOn(date)?.Hours?.Start
                : ClockHours
                    .NewYork.SessionAt(Timestamp.FromInstant(date.At(Noon).InZoneLeniently(TradingZones.NewYork).ToInstant()))
                    .Hours?.Start;
            return open?.UnixNanoseconds ?? midnight;
        };
}

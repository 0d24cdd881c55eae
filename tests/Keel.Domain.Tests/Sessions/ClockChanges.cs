using NodaTime;

namespace Keel.Domain.Tests.Sessions;

/// <summary>The instants at which a zone's clocks are changed.</summary>
internal static class ClockChanges
{
    /// <summary>The first change after an instant.</summary>
    public static Timestamp After(Timestamp instant, DateTimeZone zone) =>
        Timestamp.FromInstant(zone.GetZoneInterval(instant.ToInstant()).End);

    /// <summary>Every change from 2019 to 2027.</summary>
    public static IEnumerable<Timestamp> Of(DateTimeZone zone)
    {
        var end = Timestamp.Parse("2028-01-01T00:00:00Z");
        for (var at = After(Timestamp.Parse("2019-01-01T00:00:00Z"), zone); at < end; at = After(at, zone))
        {
            yield return at;
        }
    }
}

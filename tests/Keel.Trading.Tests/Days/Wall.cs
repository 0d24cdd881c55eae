using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Tests.Days;

/// <summary>Instants as New York's clocks show them.</summary>
internal static class Wall
{
    public static Timestamp At(string text) =>
        Timestamp.FromInstant(
            LocalDateTime
                .FromDateTime(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
                .InZoneStrictly(TradingZones.NewYork)
                .ToInstant()
        );

    public static LocalDateTime Shown(Timestamp instant) => instant.ToInstant().InZone(TradingZones.NewYork).LocalDateTime;

    /// <summary>The time of day alone, or a dash.</summary>
    public static string Time(Timestamp? instant) =>
        instant is { } at ? Shown(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "-";
}

using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The two cities whose clocks rule US trading; always zones, never offsets, since both change twice a year.</summary>
public static class TradingZones
{
    /// <summary>The clock of the exchange.</summary>
    public static DateTimeZone Chicago { get; } = DateTimeZoneProviders.Tzdb["America/Chicago"];

    /// <summary>The clock of the stock exchanges, regular hours and economic releases.</summary>
    public static DateTimeZone NewYork { get; } = DateTimeZoneProviders.Tzdb["America/New_York"];
}

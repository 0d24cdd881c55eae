namespace Keel.Cli.Profiles.Values;

/// <summary>Which part of the trading day a profile uses.</summary>
internal enum MarketHours
{
    /// <summary>The regular hours: for MES 09:30 to 16:00 New York.</summary>
    Regular,

    /// <summary>Everything else that is traded.</summary>
    Extended,

    /// <summary>The whole trading day.</summary>
    All,
}

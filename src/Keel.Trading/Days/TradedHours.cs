namespace Keel.Trading.Days;

/// <summary>Which part of the trading day a profile calls its own.</summary>
public enum TradedHours
{
    /// <summary>The regular hours: for MES 09:30 to 16:00 New York unless the profile says otherwise.</summary>
    Regular,

    /// <summary>Everything else that trades: the evening, the night, the hour after the regular close.</summary>
    Extended,

    /// <summary>The whole trading day.</summary>
    All,
}

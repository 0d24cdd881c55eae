namespace Keel.Trading.Days;

/// <summary>Who decided when a day's positions have to be gone.</summary>
public enum FlatBySource
{
    /// <summary>Nobody: positions may stay.</summary>
    Nobody,

    /// <summary>The profile's own time.</summary>
    Profile,

    /// <summary>The venue's time, on an ordinary day.</summary>
    Venue,

    /// <summary>The exchange's close, less the venue's margin where there is a venue.</summary>
    Exchange,
}

namespace Keel.Data.Shape;

/// <summary>Which hours of the day a figure is about.</summary>
public enum HoursColumn
{
    /// <summary>The whole trading day.</summary>
    All,

    /// <summary>Regular hours: from 09:30 up to, not including, 16:00 New York.</summary>
    Rth,

    /// <summary>All other hours.</summary>
    Eth,
}

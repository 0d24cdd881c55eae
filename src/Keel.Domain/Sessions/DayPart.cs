namespace Keel.Domain.Sessions;

/// <summary>Which part of the trading day an instant belongs to.</summary>
public enum DayPart
{
    /// <summary>Nothing trades.</summary>
    Closed,

    /// <summary>Open, outside regular hours (electronic trading hours).</summary>
    Eth,

    /// <summary>Regular trading hours.</summary>
    Rth,
}

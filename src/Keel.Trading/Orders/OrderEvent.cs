namespace Keel.Trading.Orders;

/// <summary>What can happen to an order.</summary>
public enum OrderEvent
{
    /// <summary>The venue has taken it.</summary>
    Accepted,

    /// <summary>Some of its lots traded.</summary>
    PartFilled,

    /// <summary>Its last lot traded.</summary>
    Filled,

    /// <summary>The desk asked for other lots or prices.</summary>
    ChangeAsked,

    /// <summary>The venue has changed it.</summary>
    Changed,

    /// <summary>The venue leaves it as it was.</summary>
    ChangeRefused,

    /// <summary>The desk asked for its end.</summary>
    CancelAsked,

    /// <summary>It ended by cancel, expiry, or as the other leg of a filled one.</summary>
    Cancelled,

    /// <summary>The venue could not end it.</summary>
    CancelRefused,

    /// <summary>The venue refused it.</summary>
    Rejected,

    /// <summary>No answer came in time.</summary>
    TimedOut,
}

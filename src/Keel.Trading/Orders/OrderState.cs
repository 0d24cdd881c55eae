namespace Keel.Trading.Orders;

/// <summary>Where an order stands in its life.</summary>
public enum OrderState
{
    /// <summary>There is no order.</summary>
    None,

    /// <summary>Sent; the venue has not answered.</summary>
    Sent,

    /// <summary>Live at the venue, perhaps partly filled.</summary>
    Working,

    /// <summary>Live, and a change was asked for.</summary>
    Changing,

    /// <summary>Live, and its end was asked for.</summary>
    Cancelling,

    /// <summary>The answer was lost: it may be live, filled, or never have arrived.</summary>
    Unknown,

    /// <summary>Filled to the last lot.</summary>
    Filled,

    /// <summary>Ended with lots unfilled.</summary>
    Cancelled,

    /// <summary>Refused by the venue.</summary>
    Rejected,
}

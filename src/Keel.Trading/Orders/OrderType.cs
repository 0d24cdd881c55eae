namespace Keel.Trading.Orders;

/// <summary>At which price an order may fill.</summary>
public enum OrderType
{
    /// <summary>At the next price there is.</summary>
    Market,

    /// <summary>At its limit or better.</summary>
    Limit,

    /// <summary>At the market once its stop price trades.</summary>
    Stop,

    /// <summary>At its limit or better once its stop price trades.</summary>
    StopLimit,

    /// <summary>A stop that follows the best price at a distance, by the venue's own hand.</summary>
    TrailingStop,
}

namespace Keel.Trading.Orders;

/// <summary>Which way an order or a position faces; the value is its sign, so that profit is side × (exit − entry).</summary>
public enum Side
{
    /// <summary>Neither: no position.</summary>
    None = 0,

    /// <summary>Bought.</summary>
    Long = 1,

    /// <summary>Sold.</summary>
    Short = -1,
}

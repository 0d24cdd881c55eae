namespace Keel.Trading.Orders;

/// <summary>What an order is for: only entries add risk, and only they can be refused.</summary>
public enum OrderPurpose
{
    /// <summary>Opens a position or adds to it.</summary>
    Entry,

    /// <summary>Protects a position.</summary>
    Stop,

    /// <summary>Takes the profit of a position.</summary>
    Target,

    /// <summary>Closes a position on purpose.</summary>
    Exit,
}

using Keel.Trading.Orders;

namespace Keel.Trading.Messages;

/// <summary>One wish of the core to the venue: plain values, so that a journal can keep it byte for byte.</summary>
public struct Command
{
    /// <summary>New, change or cancel.</summary>
    public CommandKind Kind { get; set; }

    /// <summary>What the order is for.</summary>
    public OrderPurpose Purpose { get; set; }

    /// <summary>At which price it may fill.</summary>
    public OrderType Type { get; set; }

    /// <summary>Buy (long) or sell (short).</summary>
    public Side Side { get; set; }

    /// <summary>Which strategy of the core it belongs to.</summary>
    public int Seat { get; set; }

    /// <summary>Lots in all.</summary>
    public int Lots { get; set; }

    /// <summary>The order's number.</summary>
    public long OrderId { get; set; }

    /// <summary>Limit in ticks.</summary>
    public long Limit { get; set; }

    /// <summary>Stop price in ticks.</summary>
    public long Stop { get; set; }

    /// <summary>Orders with the same group other than 0 end when one of them has filled.</summary>
    public long Group { get; set; }
}

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

    /// <summary>Of orders with the same group other than 0, the fill of one takes as many lots from the others.</summary>
    public long Group { get; set; }

    /// <summary>How long it lives.</summary>
    public TimeInForce TimeInForce { get; set; }

    /// <summary>The distance in ticks at which a trailing stop follows the best price; <see cref="Stop"/> is where it begins.</summary>
    public int Trail { get; set; }

    /// <summary>The distance in ticks from the first fill at which the venue places a stop for what has filled; 0 for none.</summary>
    public int StopOffset { get; set; }

    /// <summary>The distance in ticks from the first fill at which the venue places a target for what has filled; 0 for none.</summary>
    public int TargetOffset { get; set; }

    /// <summary>The number that the venue's stop will have.</summary>
    public long StopId { get; set; }

    /// <summary>The number that the venue's target will have.</summary>
    public long TargetId { get; set; }
}

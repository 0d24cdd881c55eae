namespace Keel.Trading.Orders;

/// <summary>An order as the desk knows it. Desks keep a few and use them again, so that trading allocates nothing.</summary>
public sealed class Order
{
    /// <summary>Its number, given by the core and never used twice; 0 when there is no order.</summary>
    public long Id { get; internal set; }

    /// <summary>What it is for.</summary>
    public OrderPurpose Purpose { get; internal init; }

    /// <summary>At which price it may fill.</summary>
    public OrderType Type { get; internal set; }

    /// <summary>Buy (long) or sell (short).</summary>
    public Side Side { get; internal set; }

    /// <summary>How many lots it asks for in all.</summary>
    public int Lots { get; internal set; }

    /// <summary>How many of them have traded.</summary>
    public int Filled { get; internal set; }

    /// <summary>Its limit in ticks, for limit and stop-limit orders.</summary>
    public long Limit { get; internal set; }

    /// <summary>Its stop price in ticks, for stops.</summary>
    public long Stop { get; internal set; }

    /// <summary>Where it stands.</summary>
    public OrderState State { get; internal set; }

    /// <summary>When it was sent, or when its present state began to need an answer, in nanoseconds.</summary>
    public long AskedAt { get; internal set; }

    /// <summary>Lots that have not traded.</summary>
    public int Open => Lots - Filled;

    /// <summary>Whether it may still fill.</summary>
    public bool IsLive => !OrderLife.IsOver(State);

    /// <summary>Whether the venue has confirmed that it works, in this size or while a change is under way.</summary>
    public bool IsConfirmed => State is OrderState.Working or OrderState.Changing;

    /// <summary>Applies an event; false when it cannot happen to this order now.</summary>
    internal bool TryApply(OrderEvent happened)
    {
        if (OrderLife.Next(State, happened) is not { } next)
        {
            return false;
        }

        State = next;
        return true;
    }
}

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

    /// <summary>When it was sent, in nanoseconds.</summary>
    public long SentAt { get; internal set; }

    /// <summary>When its present state began to need an answer, in nanoseconds.</summary>
    public long AskedAt { get; internal set; }

    /// <summary>The lots that the venue last said it has; those of its beginning until then.</summary>
    public int ConfirmedLots { get; internal set; }

    /// <summary>The limit that the venue last said it has.</summary>
    public long ConfirmedLimit { get; internal set; }

    /// <summary>The stop price that the venue last said it has.</summary>
    public long ConfirmedStop { get; internal set; }

    /// <summary>The worst limit that it was ever asked to have: a fill made before a change may be told after it.</summary>
    internal long WorstLimit { get; private set; }

    /// <summary>How often in a row the venue has refused to change it.</summary>
    public int Refusals { get; internal set; }

    /// <summary>Whether its end was asked for and not refused.</summary>
    public bool IsEndAsked { get; internal set; }

    /// <summary>How often its fate has become unknown.</summary>
    internal int Doubts { get; set; }

    /// <summary>How often the venue was asked since its fate became unknown.</summary>
    internal int Asks { get; set; }

    /// <summary>When it will be asked again, in nanoseconds.</summary>
    internal long NextAsk { get; set; }

    /// <summary>The venue's time of the last statement that was believed, in nanoseconds.</summary>
    internal long ToldAt { get; set; } = long.MinValue;

    /// <summary>Lots that have not traded, as far as the venue may know: while a change is under way, the larger of both sizes counts.</summary>
    public int Open => Math.Max(0, Math.Max(Lots, ConfirmedLots) - Filled);

    /// <summary>Whether it may still fill.</summary>
    public bool IsLive => !OrderLife.IsOver(State);

    /// <summary>Whether the venue has confirmed that it works for so many lots, whatever change is under way.</summary>
    public bool IsConfirmedFor(int lots) => State is OrderState.Working or OrderState.Changing && ConfirmedLots - Filled == lots;

    /// <summary>Whether the venue owes an answer.</summary>
    internal bool IsPending => OrderLife.IsPending(State);

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

    /// <summary>It leaves under a new number.</summary>
    internal void Begin(long id, OrderType type, Side side, int lots, long limit, long stopAt, long now)
    {
        (Id, Type, Side, Lots, Filled) = (id, type, side, lots, 0);
        (Limit, Stop, State, SentAt, AskedAt) = (limit, stopAt, OrderState.Sent, now, now);
        (ConfirmedLots, ConfirmedLimit, ConfirmedStop, WorstLimit) = (lots, limit, stopAt, limit);
        (Refusals, Doubts, Asks, IsEndAsked, ToldAt) = (0, 0, 0, false, long.MinValue);
    }

    /// <summary>It is to be so from now on.</summary>
    internal void Become(int lots, long limit, long stopAt)
    {
        (Lots, Limit, Stop) = (lots, limit, stopAt);
        WorstLimit = Side == Side.Long ? Math.Max(WorstLimit, limit) : Math.Min(WorstLimit, limit);
    }

    /// <summary>The venue has it in another size or at another price than was asked for last.</summary>
    internal bool IsOtherThan(int lots, long price) =>
        lots > 0 && (lots != Lots || (price != (Type == OrderType.Limit ? Limit : Stop) && Type != OrderType.Market));

    /// <summary>The venue has it as it was asked for.</summary>
    internal void Confirm() => (ConfirmedLots, ConfirmedLimit, ConfirmedStop, Refusals) = (Lots, Limit, Stop, 0);

    /// <summary>The venue has it so, whatever was asked for.</summary>
    internal void Confirm(int lots, long price)
    {
        ConfirmedLots = lots;
        if (Type == OrderType.Limit)
        {
            ConfirmedLimit = price;
        }
        else if (Type != OrderType.Market)
        {
            ConfirmedStop = price;
        }
    }

    /// <summary>What was asked for is not what the venue has, and what it has counts.</summary>
    internal void KeepConfirmed() => (Lots, Limit, Stop) = (ConfirmedLots, ConfirmedLimit, ConfirmedStop);
}

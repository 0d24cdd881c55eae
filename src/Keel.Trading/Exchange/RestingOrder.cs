using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>An order as the simulated exchange holds it; a value in an array, so that trading allocates nothing.</summary>
internal struct RestingOrder
{
    public long Id;
    public long Group;
    public long Limit;
    public long Stop;
    public long ActiveFrom;
    public int Seat;
    public int Lots;
    public int Filled;
    public OrderPurpose Purpose;
    public Side Side;

    /// <summary>What it was sent as.</summary>
    public OrderType Type;

    /// <summary>What it works as now: a triggered stop is a market order or a limit.</summary>
    public OrderType Works;

    public TimeInForce TimeInForce;

    /// <summary>The trading day on which it came.</summary>
    public int Day;

    public int Trail;
    public int StopOffset;
    public int TargetOffset;
    public long StopId;
    public long TargetId;

    /// <summary>The entry whose bracket it belongs to; 0 when it stands alone.</summary>
    public long Parent;

    /// <summary>It came while a bar was being gone through, so that what the bar did before does not count for it.</summary>
    public bool IsBornInside;

    /// <summary>It took its share of the present bar; the rest waits for the next.</summary>
    public bool HadShare;

    /// <summary>Its place in the queue of its level, where one can be seen.</summary>
    public QueuePlace Queue;

    public static RestingOrder Of(in Command command) =>
        new()
        {
            Id = command.OrderId,
            Group = command.Group,
            Limit = command.Limit,
            Stop = command.Stop,
            Seat = command.Seat,
            Lots = command.Lots,
            Type = command.Type,
            Works = command.Type,
            Purpose = command.Purpose,
            Side = command.Side,
            TimeInForce = command.TimeInForce,
            Trail = command.Trail,
            StopOffset = command.StopOffset,
            TargetOffset = command.TargetOffset,
            StopId = command.StopId,
            TargetId = command.TargetId,
        };

    public readonly int Open => Lots - Filled;

    public readonly bool IsMarket => Works == OrderType.Market;

    public readonly bool IsLimit => Works == OrderType.Limit;

    public readonly bool IsStop => Works is OrderType.Stop or OrderType.TrailingStop or OrderType.StopLimit;

    public readonly bool IsTrailing => Works == OrderType.TrailingStop;

    public readonly bool IsImmediate => TimeInForce == TimeInForce.Immediate;

    /// <summary>Whether every bar must be shown to it, touched or not.</summary>
    public readonly bool IsRestless => IsMarket || IsTrailing || TimeInForce != TimeInForce.UntilCancelled;

    /// <summary>Whether a range of prices reaches its stop.</summary>
    public readonly bool IsStopReached(long low, long high) => Side == Side.Long ? high >= Stop : low <= Stop;

    /// <summary>Whether a range of prices goes so many ticks through its limit.</summary>
    public readonly bool IsLimitReached(long low, long high, int through) =>
        Side == Side.Long ? low <= Limit - through : high >= Limit + through;

    /// <summary>Whether its limit allows a price; an order without one takes any.</summary>
    public readonly bool Allows(long price) => !IsLimit || (Side == Side.Long ? price <= Limit : price >= Limit);

    /// <summary>Whether a price is beyond its stop, not at it.</summary>
    public readonly bool IsBeyondStop(long price) => Side == Side.Long ? price > Stop : price < Stop;

    /// <summary>The worse of two prices for whoever trades on its side.</summary>
    public readonly long Worse(long one, long other) => Side == Side.Long ? Math.Max(one, other) : Math.Min(one, other);

    /// <summary>A trailing stop follows a price that is better for the position it protects.</summary>
    public void Follow(long price)
    {
        var follows = price + ((int)Side * Trail);
        Stop = Side == Side.Long ? Math.Min(Stop, follows) : Math.Max(Stop, follows);
    }

    /// <summary>The stop has been set off: from now on it is a market order, or a limit where it has one or the exchange protects it.</summary>
    public void Trigger(int? protection)
    {
        if (Works == OrderType.StopLimit)
        {
            Works = OrderType.Limit;
        }
        else if (protection is { } ticks)
        {
            Works = OrderType.Limit;
            Limit = Stop + ((int)Side * ticks);
        }
        else
        {
            Works = OrderType.Market;
        }
    }
}

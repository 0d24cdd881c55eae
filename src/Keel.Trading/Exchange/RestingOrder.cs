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
    public OrderType Type;
    public OrderPurpose Purpose;
    public Side Side;

    /// <summary>It came while a bar was being gone through, so that what the bar did before does not count for it.</summary>
    public bool IsBornInside;

    /// <summary>A stop-limit whose stop has traded: from then on it is a limit.</summary>
    public bool IsTriggered;

    public static RestingOrder Of(in Command command, long activeFrom, bool isBornInside) =>
        new()
        {
            Id = command.OrderId,
            Group = command.Group,
            Limit = command.Limit,
            Stop = command.Stop,
            ActiveFrom = activeFrom,
            Seat = command.Seat,
            Lots = command.Lots,
            Type = command.Type,
            Purpose = command.Purpose,
            Side = command.Side,
            IsBornInside = isBornInside,
        };

    public readonly bool IsMarket => Type == OrderType.Market;

    public readonly bool IsStop =>
        (Type is OrderType.Stop or OrderType.TrailingStop) || (Type == OrderType.StopLimit && !IsTriggered);

    public readonly bool IsLimit => Type == OrderType.Limit || (Type == OrderType.StopLimit && IsTriggered);

    /// <summary>Whether a range of prices reaches its stop.</summary>
    public readonly bool IsStopReached(long low, long high) => Side == Side.Long ? high >= Stop : low <= Stop;

    /// <summary>Whether a range of prices goes so many ticks through its limit.</summary>
    public readonly bool IsLimitReached(long low, long high, int through) =>
        Side == Side.Long ? low <= Limit - through : high >= Limit + through;
}

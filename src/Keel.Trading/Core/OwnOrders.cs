using Keel.Trading.Orders;

namespace Keel.Trading.Core;

/// <summary>What an entry must know of the orders of all seats.</summary>
internal static class OwnOrders
{
    /// <summary>How many seats have an order whose fate is not known.</summary>
    public static int Unknown(ReadOnlySpan<Seat> seats)
    {
        var unknown = 0;
        foreach (var seat in seats)
        {
            unknown += seat.HasUnknown ? 1 : 0;
        }

        return unknown;
    }

    /// <summary>The nearest limit of a live order on the other side of an entry, in ticks; null when there is none.</summary>
    public static long? NearestOpposite(ReadOnlySpan<Seat> seats, Side side)
    {
        long? nearest = null;
        foreach (var seat in seats)
        {
            nearest = Nearer(nearest, seat.Entry, side);
            nearest = Nearer(nearest, seat.Target, side);
            nearest = Nearer(nearest, seat.Exit, side);
        }

        return nearest;
    }

    private static long? Nearer(long? nearest, Order order, Side side)
    {
        if (!order.IsLive || order.Type != OrderType.Limit || order.Side == side)
        {
            return nearest;
        }

        return nearest is not { } known ? order.Limit
            : side == Side.Long ? Math.Min(known, order.Limit)
            : Math.Max(known, order.Limit);
    }
}

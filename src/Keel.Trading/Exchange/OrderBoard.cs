using System.Runtime.CompilerServices;
using Keel.Domain.Markets;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>The orders that rest, in the order in which they came, with the prices at which the next of them would be touched.</summary>
internal sealed class OrderBoard(int through)
{
    private RestingOrder[] orders = new RestingOrder[16];
    private int restless;
    private long upper = long.MaxValue;
    private long lower = long.MinValue;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any of them ends with its day; as of the last look for edges.</summary>
    public bool HasDayOrders { get; private set; }

    /// <summary>An order, by place.</summary>
    public ref RestingOrder this[int place] => ref orders[place];

    /// <summary>Whether a bar could touch any of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTouchedBy(in Bar bar) => restless > 0 || bar.High.InTicks >= upper || bar.Low.InTicks <= lower;

    /// <summary>Adds an order at the end.</summary>
    public void Add(in RestingOrder order)
    {
        if (Count == orders.Length)
        {
            Array.Resize(ref orders, Count * 2);
        }

        orders[Count++] = order;
    }

    /// <summary>Takes an order away; those behind it move up.</summary>
    public void RemoveAt(int place)
    {
        Count--;
        for (var i = place; i < Count; i++)
        {
            orders[i] = orders[i + 1];
        }
    }

    /// <summary>The place of an order's number; -1 when it does not rest.</summary>
    public int Find(long id)
    {
        for (var i = 0; i < Count; i++)
        {
            if (orders[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A bar is over: what came inside it counts in full from the next.</summary>
    public void Age()
    {
        for (var i = 0; i < Count; i++)
        {
            ref var order = ref orders[i];
            order.IsBornInside = false;
            order.HadShare = false;
        }
    }

    /// <summary>Finds the prices at which the next order would be touched, so that most bars cost two comparisons.</summary>
    public void FindEdges()
    {
        (upper, lower, restless, HasDayOrders) = (long.MaxValue, long.MinValue, 0, false);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var order = ref orders[i];
            HasDayOrders |= order.TimeInForce == TimeInForce.Day;
            if (order.IsRestless)
            {
                restless++;
            }
            else if (order.IsLimit)
            {
                Edge(order.Side == Side.Short, order.Side == Side.Short ? order.Limit + through : order.Limit - through);
            }
            else
            {
                Edge(order.Side == Side.Long, order.Stop);
            }
        }
    }

    private void Edge(bool isAbove, long price)
    {
        if (isAbove)
        {
            upper = Math.Min(upper, price);
        }
        else
        {
            lower = Math.Max(lower, price);
        }
    }
}

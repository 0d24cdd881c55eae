namespace Keel.Trading.Orders;

/// <summary>
/// A bounded trail of orders that have ended and whose place is used again. A venue may speak of them long after: a fill made before the
/// cancel arrived, a statement said twice.
/// </summary>
internal sealed class PastOrders(int room = 256)
{
    private readonly PastOrder[] trail = new PastOrder[room];
    private int next;

    /// <summary>Keeps an order in mind.</summary>
    public void Keep(int seat, Order order)
    {
        ref var past = ref trail[next];
        next = (next + 1) % trail.Length;
        (past.Id, past.Seat, past.Purpose, past.Type, past.Side) = (order.Id, seat, order.Purpose, order.Type, order.Side);
        (past.Lots, past.Filled, past.Limit) = (Math.Max(order.Lots, order.ConfirmedLots), order.Filled, order.WorstLimit);
        (past.State, past.SentAt) = (order.State, order.SentAt);
    }

    /// <summary>Where an order lies in the trail; -1 when it does not.</summary>
    public int Find(long id)
    {
        for (var i = 0; i < trail.Length; i++)
        {
            if (trail[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>An order of the trail.</summary>
    public ref PastOrder this[int place] => ref trail[place];
}

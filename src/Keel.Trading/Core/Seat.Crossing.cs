using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core;

// Trades with another seat, which no venue sees.
public sealed partial class Seat
{
    /// <summary>Lots of an order that has not left yet trade with another seat; the venue will hear of the rest, if there is any.</summary>
    internal void Cross(long id, in VenueReport fill)
    {
        var order = orders.Find(id)!;
        if (fill.Lots == order.Open)
        {
            order.Filled += fill.Lots;
            order.TryApply(OrderEvent.Filled);
        }
        else
        {
            order.Begin(order.Id, order.Type, order.Side, order.Lots - fill.Lots, order.Limit, order.Stop, order.SentAt);
        }

        var isWanted = order.Purpose == OrderPurpose.Entry && refused == Ledger.ExitReason.None;
        core.CountCross(in fill, order.Side);
        Trade(order.Side, order.Purpose, isWanted, in fill);
    }
}

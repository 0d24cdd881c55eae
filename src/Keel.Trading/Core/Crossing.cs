using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core;

/// <summary>
/// Where two strategies want the opposite at the market in one step, they trade with each other: at the last price, without costs, and without
/// the venue, which hears of the rest alone. Each has its own position then, with its own stop.
/// </summary>
internal sealed class Crossing(TradingCore core)
{
    private long count;

    /// <summary>Lots crossed so far, each pair counted once.</summary>
    public long Lots { get; private set; }

    /// <summary>Crosses what can be crossed of the commands from one place on; what comes of that may cross again.</summary>
    public void Run(int first)
    {
        while (TryFind(first, out var one, out var other))
        {
            Cross(one, other);
        }
    }

    private bool TryFind(int first, out int one, out int other)
    {
        for (one = first; one < core.Commands.Count; one++)
        {
            if (!IsOpen(in core.Commands[one]))
            {
                continue;
            }

            for (other = one + 1; other < core.Commands.Count; other++)
            {
                ref readonly var next = ref core.Commands[other];
                ref readonly var command = ref core.Commands[one];
                if (next.Side != command.Side && next.Seat != command.Seat && IsOpen(in next))
                {
                    return true;
                }
            }
        }

        other = -1;
        return false;
    }

    /// <summary>Whether it is a new order at the market that nobody has taken back.</summary>
    private bool IsOpen(in Command command) =>
        command.Kind == CommandKind.Submit
        && command.Type == OrderType.Market
        && core.AllSeats[command.Seat].Find(command.OrderId) is { State: OrderState.Sent };

    private void Cross(int one, int other)
    {
        var (left, right) = (core.Commands[one], core.Commands[other]);
        var lots = Math.Min(left.Lots, right.Lots);
        core.Commands.Take(other, lots);
        core.Commands.Take(one, lots);
        var fill = new VenueReport
        {
            Kind = ReportKind.Filled,
            Lots = lots,
            At = core.Now,
            Price = core.LastPrice,
            Low = core.LastPrice,
            High = core.LastPrice,
        };
        var (buyer, seller) = (core.AllSeats[left.Seat], core.AllSeats[right.Seat]);
        fill.TradeId = --count;
        buyer.Cross(left.OrderId, in fill);
        fill.TradeId = --count;
        seller.Cross(right.OrderId, in fill);
        Lots += lots;
        core.AfterCross();
        buyer.Settle();
        seller.Settle();
    }
}

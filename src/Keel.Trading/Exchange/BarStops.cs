using Keel.Domain.Markets;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>Sets off stops from bars: at the worse of stop and open, with slippage, never beyond the day's limits or a protection price.</summary>
internal sealed class BarStops(FillRules rules, TradingFloor floor)
{
    private readonly OrderBoard board = floor.Board;
    private readonly bool isOptimistic = rules.Model == FillModel.Optimistic;
    private readonly int through = rules.Through;

    /// <summary>Sets off the first stop that the bar reaches; false when it reaches none.</summary>
    public bool Fill(in Bar bar, long ends)
    {
        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            if (order.IsStop && order.ActiveFrom < ends && IsReached(ref order, in bar))
            {
                SetOff(i, in bar);
                return true;
            }
        }

        return false;
    }

    /// <summary>Trailing stops follow what the bar certainly showed them.</summary>
    public static void Follow(OrderBoard board, in Bar bar, long ends)
    {
        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            if (order.IsTrailing && order.ActiveFrom < ends)
            {
                var best = order.Side == Side.Long ? bar.Low : bar.High;
                order.Follow((IsNew(in order, in bar) ? bar.Close : best).InTicks);
            }
        }
    }

    private static bool IsNew(in RestingOrder order, in Bar bar) =>
        order.IsBornInside || order.ActiveFrom > bar.OpenTime.UnixNanoseconds;

    private static bool IsReached(ref RestingOrder order, in Bar bar)
    {
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        if (order.IsTrailing && !IsNew(in order, in bar))
        {
            order.Follow(bar.Open.InTicks);
        }

        if (order.IsStopReached(low, high))
        {
            return true;
        }

        if (!order.IsTrailing || high - low < order.Trail)
        {
            return false;
        }

        // The best price may have come first; the worst stop that it can have left behind lies at the other end of the bar.
        order.Stop = order.Side == Side.Long ? high : low;
        return true;
    }

    private void SetOff(int place, in Bar bar)
    {
        ref var order = ref board[place];
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        var isAtOpen = !order.IsBornInside && order.IsBeyondStop(bar.Open.InTicks);
        var isAmbiguous = !isAtOpen && order.Purpose == OrderPurpose.Stop && IsTargetReached(in order, in bar);
        var price = isAtOpen ? bar.Open.InTicks : order.Stop;
        order.Trigger(rules.Protection);
        if (floor.Band.IsLocked(order.Side, low, high))
        {
            return;
        }

        if (!TryPay(in order, in bar, price, isAtOpen, out var paid))
        {
            // It rests as a limit. After a gap the rest of the bar may still come to it; else it is not known what the bar did afterwards.
            order.IsBornInside |= !isAtOpen;
            return;
        }

        order.HadShare = true;
        var done = new Execution
        {
            Lots = rules.Share(in bar, order.Open),
            Price = paid,
            Slippage = Math.Max(0, (int)order.Side * (paid - price)),
            At = bar.OpenTime.UnixNanoseconds,
            Low = low,
            High = high,
            InsideBar = true,
            IsAmbiguous = isAmbiguous,
        };
        floor.Fill(place, in done);
        floor.Take();
    }

    /// <summary>What a stop that was set off at a price pays; false when nothing says that the market was within its limit afterwards.</summary>
    private bool TryPay(in RestingOrder order, in Bar bar, long price, bool isAtOpen, out long paid)
    {
        var slipped = price + ((int)order.Side * (isOptimistic ? 0 : rules.Slippage.Ticks(bar.OpenTime)));
        paid = floor.Band.Within(slipped);
        if (!order.IsLimit)
        {
            return true;
        }

        paid = order.Allows(paid) ? paid : order.Limit;
        var worst = order.Worse(bar.Low.InTicks, bar.High.InTicks);
        if (order.Allows(price) && (order.Type != OrderType.StopLimit || isAtOpen || order.Allows(worst)))
        {
            return true;
        }

        // The close came after whatever set it off.
        paid = order.Limit;
        var close = bar.Close.InTicks;
        return order.Type == OrderType.StopLimit && !isAtOpen && order.IsLimitReached(close, close, through);
    }

    private bool IsTargetReached(in RestingOrder stop, in Bar bar)
    {
        var (low, high, at) = (bar.Low.InTicks, bar.High.InTicks, bar.OpenTime.UnixNanoseconds);
        for (var i = 0; i < board.Count; i++)
        {
            ref readonly var other = ref board[i];
            if (
                other.Seat == stop.Seat
                && other.IsLimit
                && other.Purpose == OrderPurpose.Target
                && other.Side == stop.Side
                && !other.IsBornInside
                && other.ActiveFrom <= at
                && other.IsLimitReached(low, high, through)
            )
            {
                return true;
            }
        }

        return false;
    }
}

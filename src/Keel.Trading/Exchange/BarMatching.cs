using Keel.Domain.Markets;

namespace Keel.Trading.Exchange;

/// <summary>
/// Fills orders from bars. Inside a bar the order of events is not known, so the worse one is taken: stops before targets, and what came
/// inside a bar takes no profit in it.
/// </summary>
internal sealed class BarMatching(FillRules rules, TradingFloor floor, IExchangeMember member) : IMatching
{
    private readonly OrderBoard board = floor.Board;
    private readonly BarStops stops = new(rules, floor);
    private readonly bool isOptimistic = rules.Model == FillModel.Optimistic;
    private readonly int through = rules.Through;
    private Bar last;

    /// <summary>Remembers the last bar: there an optimist fills, and there the data may end.</summary>
    public void Close(in Bar bar) => last = bar;

    /// <summary>Goes through a bar of a length: market orders at its open, then stops, then limits, until nothing fills any more.</summary>
    public void Trade(in Bar bar, long length)
    {
        var ends = bar.OpenTime.UnixNanoseconds + length;
        FillAtOpen(in bar, ends);
        floor.IsInside = true;
        while (stops.Fill(in bar, ends) || FillLimit(in bar)) { }
        floor.IsInside = false;
        BarStops.Follow(board, in bar, ends);
        board.Age();
        board.FindEdges();
    }

    /// <inheritdoc />
    public void Arrived(int place)
    {
        ref readonly var order = ref board[place];
        if (
            isOptimistic
            && order.IsMarket
            && floor.IsOpen
            && !floor.IsInside
            && last.OpenTime.UnixNanoseconds + member.BarLength == member.Now
        )
        {
            FillAtClose(place, slip: 0);
        }
    }

    /// <summary>The data have ended: market orders fill at the last close.</summary>
    public void End()
    {
        for (var i = 0; i < board.Count; )
        {
            if (board[i].IsMarket)
            {
                FillAtClose(i, isOptimistic ? 0 : rules.Slippage.Ticks(last.OpenTime));
                floor.Take();
                i = 0;
            }
            else
            {
                i++;
            }
        }
    }

    private void FillAtClose(int place, long slip)
    {
        var price = last.Close.InTicks;
        var done = new Execution
        {
            Lots = board[place].Open,
            Price = price + ((int)board[place].Side * slip),
            Slippage = slip,
            At = last.OpenTime.UnixNanoseconds,
            Low = price,
            High = price,
        };
        floor.Fill(place, in done);
    }

    private void FillAtOpen(in Bar bar, long ends)
    {
        for (var i = 0; i < board.Count; )
        {
            ref var order = ref board[i];
            var isDue = (order.IsMarket || (order.IsImmediate && order.IsLimit)) && !order.HadShare && order.ActiveFrom < ends;
            if (!isDue)
            {
                i++;
                continue;
            }

            order.HadShare = true;
            var (id, isImmediate) = (order.Id, order.IsImmediate);
            FillMarket(i, in bar);
            if (isImmediate)
            {
                floor.Expire(id);
                floor.Take();
            }

            // Whatever rests now has either had its share of this bar or has not been asked: begin again.
            i = 0;
        }
    }

    private void FillMarket(int place, in Bar bar)
    {
        ref readonly var order = ref board[place];
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        if (floor.Band.IsLocked(order.Side, low, high))
        {
            return;
        }

        // What comes after the open meets a price between open and close; the worse of the two is taken.
        var open = bar.Open.InTicks;
        var isLate = order.ActiveFrom > bar.OpenTime.UnixNanoseconds;
        var price = isLate ? order.Worse(open, bar.Close.InTicks) : open;
        var paid = floor.Band.Within(price + ((int)order.Side * Slip(in bar)));
        if (!order.Allows(paid))
        {
            return;
        }

        var done = new Execution
        {
            Lots = rules.Share(in bar, order.Open),
            Price = paid,
            Slippage = (int)order.Side * (paid - price),
            At = bar.OpenTime.UnixNanoseconds,
            Low = isLate ? low : price,
            High = isLate ? high : price,
            InsideBar = isLate,
        };
        floor.IsInside = isLate;
        floor.Fill(place, in done);
        floor.Take();
        floor.IsInside = false;
    }

    private bool FillLimit(in Bar bar)
    {
        var (low, high, at) = (bar.Low.InTicks, bar.High.InTicks, bar.OpenTime.UnixNanoseconds);
        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            if (
                !order.IsLimit
                || order.IsImmediate
                || order.IsBornInside
                || order.HadShare
                || order.ActiveFrom > at
                || !order.IsLimitReached(low, high, through)
                || floor.Band.IsLocked(order.Side, low, high)
            )
            {
                continue;
            }

            order.HadShare = true;
            var done = new Execution
            {
                Lots = rules.Share(in bar, order.Open),
                Price = order.Limit,
                At = at,
                Low = low,
                High = high,
                InsideBar = true,
                HasRested = true,
            };
            floor.Fill(i, in done);
            floor.Take();
            return true;
        }

        return false;
    }

    private long Slip(in Bar bar) => isOptimistic ? 0 : rules.Slippage.Ticks(bar.OpenTime);
}

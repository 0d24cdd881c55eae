using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>
/// Fills orders from quotes, trades and books. Market orders pay what is shown and a tick for each level beyond; stops are set off by trades
/// or quotes; limits wait in their queue.
/// </summary>
internal sealed class EventMatching(FillRules rules, TradingFloor floor) : IMatching
{
    private readonly OrderBoard board = floor.Board;
    private readonly bool isOptimistic = rules.Model == FillModel.Optimistic;
    private readonly bool queues = rules.Model == FillModel.Realistic;
    private readonly bool touches = rules.Model is FillModel.Touch or FillModel.Optimistic;
    private readonly MarketDepth bids = new(Side.Long);
    private readonly MarketDepth asks = new(Side.Short);
    private long? last;

    /// <summary>A quote.</summary>
    public void On(in Quote quote)
    {
        bids.Show(quote.Bid.InTicks, quote.BidSize.Lots);
        asks.Show(quote.Ask.InTicks, quote.AskSize.Lots);
        Look();
    }

    /// <summary>A book, of which ten levels count.</summary>
    public void On(OrderBook book)
    {
        bids.Show(book.Bids);
        asks.Show(book.Asks);
        Look();
    }

    /// <summary>A trade.</summary>
    public void On(in Trade trade)
    {
        var price = trade.Price.InTicks;
        last = price;
        if (!floor.IsOpen)
        {
            return;
        }

        FillLimits(price, trade.Size.Lots, trade.Aggressor);
        FillMarkets();
        if (rules.StopTrigger == StopTrigger.Trades)
        {
            SetOffAll(price, price);
        }
    }

    /// <inheritdoc />
    public void Arrived(int place)
    {
        ref var order = ref board[place];
        var id = order.Id;
        if (floor.IsOpen && (order.IsMarket || order.IsLimit))
        {
            TakeLiquidity(place, atBest: null);
        }

        place = board.Find(id);
        if (place < 0)
        {
            return;
        }

        if (board[place].IsImmediate)
        {
            floor.Expire(id);
        }
        else if (board[place].IsLimit)
        {
            Queue(ref board[place]);
        }
    }

    /// <summary>What the shown market makes of the orders that rest.</summary>
    private void Look()
    {
        if (!floor.IsOpen)
        {
            return;
        }

        FillMarkets();
        if (rules.StopTrigger == StopTrigger.Quotes && !bids.IsEmpty && !asks.IsEmpty)
        {
            SetOffAll(bids.Best, asks.Best);
        }

        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            if (order.IsLimit && LotsThrough(in order) is > 0 and var lots)
            {
                lots = Math.Min(lots, order.Open);
                if (lots <= Others(order.Side).BestSize)
                {
                    Others(order.Side).Take(lots);
                }

                Fill(i, (int)lots, order.Limit, 0, hasRested: true);
                i = -1;
            }
            else if (order.IsLimit)
            {
                Queue(ref order);
            }
        }
    }

    /// <summary>How many lots of the other side have come to a limit order's price or beyond.</summary>
    private long LotsThrough(in RestingOrder order)
    {
        var (own, others) = order.Side == Side.Long ? (bids, asks) : (asks, bids);
        if (others.IsEmpty || IsLocked(order.Side, others.Best))
        {
            return 0;
        }

        var beyond = (int)order.Side * (order.Limit - others.Best);
        var isAlone = own.IsEmpty || own.Best != order.Limit;
        return beyond > 0 ? long.MaxValue
            : beyond == 0 && isAlone && (touches || queues) ? others.BestSize
            : 0;
    }

    private void Queue(ref RestingOrder order)
    {
        var own = order.Side == Side.Long ? bids : asks;
        if (queues && !own.IsEmpty && own.SizeAt(order.Limit) is { } size)
        {
            order.Queue.See(size);
        }
    }

    private void FillMarkets()
    {
        for (var i = 0; i < board.Count; i++)
        {
            if (board[i].IsMarket && TakeLiquidity(i, atBest: null))
            {
                i = -1;
            }
        }
    }

    private void FillLimits(long price, long size, Aggressor aggressor)
    {
        var (boughtHere, soldHere) = (0L, 0L);
        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            if (!order.IsLimit || order.HadShare || IsLocked(order.Side, price))
            {
                continue;
            }

            order.HadShare = true;
            var isLong = order.Side == Side.Long;
            var beyond = (int)order.Side * (order.Limit - price);
            var reach = beyond > 0 ? order.Open : 0L;
            if (beyond == 0 && aggressor != (isLong ? Aggressor.Buyer : Aggressor.Seller))
            {
                // Lots that an earlier order of ours took from this trade are not there for the next.
                var left = size - (isLong ? boughtHere : soldHere);
                reach =
                    touches ? order.Open
                    : queues && order.Queue.IsKnown ? order.Queue.Eat(left)
                    : 0;
            }

            if (reach <= 0)
            {
                continue;
            }

            var lots = (int)Math.Min(reach, order.Open);
            (boughtHere, soldHere) = isLong ? (boughtHere + lots, soldHere) : (boughtHere, soldHere + lots);
            Fill(i, lots, order.Limit, 0, hasRested: true);
            i = -1;
        }

        board.Age();
    }

    /// <summary>Sets off the stops that a price reaches, then lets trailing ones follow it.</summary>
    private void SetOffAll(long low, long high)
    {
        for (var i = 0; i < board.Count; i++)
        {
            ref var order = ref board[i];
            var price = order.Side == Side.Long ? high : low;
            if (!order.IsStop)
            {
                continue;
            }

            if (order.IsStopReached(price, price))
            {
                order.Trigger(rules.Protection);
                if (TakeLiquidity(i, atBest: price))
                {
                    i = -1;
                }
                else if (board[i].IsLimit)
                {
                    Queue(ref board[i]);
                }
            }
            else if (order.IsTrailing)
            {
                order.Follow(price);
            }
        }
    }

    /// <summary>
    /// Takes from the other side what an order's limit allows, at no better price than the one that set it off. Without quotes it pays the last
    /// trade with slippage. True when anything traded.
    /// </summary>
    private bool TakeLiquidity(int place, long? atBest)
    {
        var id = board[place].Id;
        var side = board[place].Side;
        var others = Others(side);
        if (others.IsEmpty)
        {
            return TakeLast(place);
        }

        var touch = atBest is { } set ? board[place].Worse(others.Best, set) : others.Best;
        var has = false;
        while (place >= 0)
        {
            ref readonly var order = ref board[place];
            var price = atBest is { } bound ? order.Worse(others.Best, bound) : others.Best;
            if (!order.Allows(price) || IsLocked(side, price) || !floor.Band.Holds(price))
            {
                return has;
            }

            var lots = (int)Math.Min(order.Open, others.BestSize);
            others.Take(lots);
            Fill(place, lots, price, (int)side * (price - touch), hasRested: false);
            has = true;
            place = board.Find(id);
        }

        return has;
    }

    private bool TakeLast(int place)
    {
        ref readonly var order = ref board[place];
        if (last is not { } price || !bids.IsEmpty || !asks.IsEmpty || IsLocked(order.Side, price))
        {
            return false;
        }

        var paid = floor.Band.Within(
            price + ((int)order.Side * (isOptimistic ? 0 : rules.Slippage.Ticks(new Timestamp(floor.Now))))
        );
        if (!order.Allows(paid))
        {
            return false;
        }

        Fill(place, order.Open, paid, (int)order.Side * (paid - price), hasRested: false);
        return true;
    }

    private MarketDepth Others(Side side) => side == Side.Long ? asks : bids;

    private bool IsLocked(Side side, long price) => floor.Band.IsLocked(side, price, price);

    private void Fill(int place, int lots, long price, long slip, bool hasRested)
    {
        var done = new Execution
        {
            Lots = lots,
            Price = price,
            Slippage = slip,
            At = floor.Now,
            Low = price,
            High = price,
            HasRested = hasRested,
        };
        floor.Fill(place, in done);
    }
}

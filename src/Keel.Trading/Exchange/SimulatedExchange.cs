using System.Runtime.CompilerServices;
using Keel.Domain.Markets;
using Keel.Trading.Core;

namespace Keel.Trading.Exchange;

/// <summary>
/// An exchange made of stored or live prices: takes the core's commands, fills its orders by a stated model, and reports as a venue would.
/// It lives on bars, or on quotes, trades and books; one or the other for a whole run.
/// </summary>
public sealed class SimulatedExchange
{
    private readonly FillRules rules;
    private readonly IExchangeMember member;
    private readonly TradingFloor floor;
    private readonly OrderBoard board;
    private readonly BarMatching bars;
    private readonly ExchangeClock clock;
    private readonly DailyLimits? limits;
    private EventMatching? events;
    private CommandsOnTheWay? onTheWay;

    /// <summary>An exchange at which a core trades.</summary>
    public SimulatedExchange(FillRules rules, TradingCore core)
        : this(rules, new CoreMember(core)) { }

    internal SimulatedExchange(FillRules rules, IExchangeMember member)
    {
        (this.rules, this.member) = (rules, member);
        floor = new TradingFloor(rules, member);
        board = floor.Board;
        bars = new BarMatching(rules, floor, member);
        floor.Matching = bars;
        clock = new ExchangeClock(rules);
        limits = rules.LimitsOf is { } instrument ? new DailyLimits(instrument) : null;
        Watches = rules.Slippage.Watches || limits is not null;
        NextLook = limits is null ? clock.Until : long.MinValue;
    }

    /// <summary>How many orders rest.</summary>
    public int Count => board.Count;

    /// <summary>The orders that rest.</summary>
    internal OrderBoard Board => board;

    /// <summary>Whether the exchange must be shown every bar, touched or not.</summary>
    internal bool Watches { get; }

    /// <summary>The next instant at which hours or price limits may change.</summary>
    internal long NextLook { get; private set; }

    /// <summary>When the next command on its way arrives; the largest number when there is none.</summary>
    internal long NextArrival => onTheWay?.Next ?? long.MaxValue;

    /// <summary>Whether a bar could touch any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTouchedBy(in Bar bar) => board.IsTouchedBy(in bar);

    /// <summary>Goes through a bar of the core: market orders at its open, then stops, then limits, until nothing fills any more.</summary>
    public void Trade(in Bar bar) => Trade(in bar, member.BarLength);

    /// <summary>Takes all commands that the core has given, and those that come of them; on quotes and trades they travel first.</summary>
    public void Take()
    {
        if (onTheWay is not null)
        {
            onTheWay.Add(member.Commands, floor.Now + rules.Delay);
            if (rules.Delay == 0)
            {
                Deliver(floor.Now);
            }

            return;
        }

        floor.Take();
        board.FindEdges();
    }

    /// <summary>Remembers the last bar: there an optimist fills, and there the data may end.</summary>
    public void Close(in Bar bar) => bars.Close(in bar);

    /// <summary>The data have ended: market orders fill at the last close, or the last trade or quote.</summary>
    public void End()
    {
        if (events is null)
        {
            bars.End();
            return;
        }

        while (NextArrival != long.MaxValue)
        {
            Deliver(NextArrival);
        }
    }

    /// <summary>The market is quoted.</summary>
    public void Step(in Quote quote)
    {
        Come(quote.Time.UnixNanoseconds);
        rules.Slippage.Watch(in quote);
        events!.On(in quote);
        Take();
    }

    /// <summary>Somebody has traded.</summary>
    public void Step(in Trade trade)
    {
        Come(trade.Time.UnixNanoseconds);
        limits?.Allow(trade.Price.InTicks, trade.Price.InTicks);
        SetBand();
        events!.On(in trade);
        limits?.Watch(trade.Price.InTicks);
        Take();
    }

    /// <summary>The book has changed.</summary>
    public void Step(OrderBook book)
    {
        Come(book.Time.UnixNanoseconds);
        events!.On(book);
        Take();
    }

    /// <summary>From now on quotes, trades and books come instead of bars.</summary>
    internal void UseEvents()
    {
        events = new EventMatching(rules, floor);
        onTheWay = new CommandsOnTheWay();
        floor.Matching = events;
    }

    /// <summary>Lets everything arrive that has travelled until an instant.</summary>
    internal void Deliver(long until)
    {
        while (onTheWay is not null && onTheWay.Next <= until)
        {
            var at = onTheWay.Next;
            Look(at);
            floor.MoveTo(at);
            floor.Take(onTheWay.Dequeue(), at);
            onTheWay.Add(member.Commands, floor.Now + rules.Delay);
        }
    }

    /// <summary>Goes through a bar of any length.</summary>
    internal void Trade(in Bar bar, long length)
    {
        if (limits is not null)
        {
            limits.Allow(bar.Low.InTicks, bar.High.InTicks);
            SetBand();
        }

        if (board.HasDayOrders && rules.Hours is null)
        {
            floor.ExpireDay(all: false);
            floor.Take();
        }

        if (floor.IsOpen)
        {
            bars.Trade(in bar, length);
        }
    }

    /// <summary>A bar has passed.</summary>
    internal void Watch(in Bar bar)
    {
        rules.Slippage.Watch(in bar);
        if (limits is not null)
        {
            limits.Allow(bar.Low.InTicks, bar.High.InTicks);
            limits.Watch(bar.Close.InTicks);
            SetBand();
        }
    }

    /// <summary>It is so late: sessions end, halts begin and end, other price limits hold.</summary>
    internal void Look(long instant)
    {
        if (instant < NextLook)
        {
            return;
        }

        if (instant >= clock.Until)
        {
            var hasEnded = clock.MoveTo(instant);
            floor.IsOpen = clock.IsOpen;
            if (hasEnded)
            {
                floor.MoveTo(instant);
                floor.ExpireDay(all: true);
                Take();
            }
        }

        if (limits is not null && instant >= limits.Until)
        {
            limits.MoveTo(instant);
            SetBand();
        }

        NextLook = Math.Min(clock.Until, limits?.Until ?? long.MaxValue);
    }

    private void SetBand()
    {
        if (limits is not null)
        {
            floor.Band = limits.Band;
        }
    }

    private void Come(long instant)
    {
        if (events is null)
        {
            throw new InvalidOperationException("this exchange lives on bars: give it to SimulatedEvents for quotes and trades");
        }

        Look(instant);
        floor.MoveTo(instant);
        if (board.HasDayOrders && rules.Hours is null)
        {
            floor.ExpireDay(all: false);
        }
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Exchange;

namespace Keel.Trading.Tests.Exchange;

public sealed class ExchangeAllocationTests
{
    private static readonly FillRules Rules = TradedByCore.Rules(FillModel.Realistic) with
    {
        Latency = new Span(1_000_000),
        Slippage = SlippageRule.Largest(
            SlippageRule.BySession(TradingCalendar.Continuous),
            SlippageRule.ByRange(Span.FromSeconds(60)),
            SlippageRule.BySpread()
        ),
    };

    [Fact]
    public void A_bar_with_orders_resting_and_filling_allocates_nothing()
    {
        var trader = new Trader(Rules);
        var bars = new Bar[2000];
        for (var i = 0; i < bars.Length; i++)
        {
            var price = 100 + (i % 7);
            bars[i] = new Bar(
                Bars.Start + Span.FromSeconds(60L * i),
                new Price(price),
                new Price(price + 3),
                new Price(price - 3),
                new Price(price),
                new Quantity(20)
            );
        }

        trader.Send(
            "1 sell 1000000 limit 104; 2 buy 1000000 limit 97; 3 sell 5 stop 1; 4 sell 2 trail 50 by 20; 5 buy 1000000 market; 6 buy 1 limit 2 group 9; 7 sell 1 limit 900 group 9"
        );
        trader.Over(bars.AsSpan(0, 10));
        trader.Writes = false;
        var heard = trader.Exchange.Count;

        Assert.Equal(0, Allocation.Least(() => Pass(trader, bars)));
        Assert.Equal(heard, trader.Exchange.Count);
    }

    [Fact]
    public void An_event_with_orders_resting_and_filling_allocates_nothing()
    {
        var trader = new Trader(Rules, events: true);
        trader.Through("q 99x5 101x5");
        trader.Send("1 buy 1000000 limit 99; 2 sell 1000000 limit 102; 3 sell 5 stop 1; 4 sell 2 trail 50 by 20");
        trader.Exchange.Deliver(long.MaxValue - 1);
        trader.Writes = false;
        var book = new OrderBook(5);
        book.SetBid(new Timestamp(trader.Now), new BookLevel(new Price(99), new Quantity(3)));
        book.SetAsk(new Timestamp(trader.Now), new BookLevel(new Price(102), new Quantity(3)));

        Assert.Equal(0, Allocation.Least(() => Pass(trader, book)));
    }

    private static void Pass(Trader trader, Bar[] bars)
    {
        foreach (ref readonly var bar in bars.AsSpan())
        {
            if (trader.Exchange.IsTouchedBy(in bar))
            {
                trader.Exchange.Trade(in bar);
            }

            trader.Exchange.Watch(in bar);
        }
    }

    private static void Pass(Trader trader, OrderBook book)
    {
        for (var i = 0; i < 2000; i++)
        {
            var at = new Timestamp(trader.Now + 1000);
            trader.Exchange.Step(new Trade(at, new Price(99), new Quantity(4), Aggressor.Seller));
            trader.Exchange.Step(new Quote(at, new Price(99), new Quantity(5), new Price(102), new Quantity(5)));
            trader.Exchange.Step(book);
        }
    }
}

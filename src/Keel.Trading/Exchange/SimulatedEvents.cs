using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Ledger;

namespace Keel.Trading.Exchange;

/// <summary>
/// A core and a simulated exchange, fed with quotes, trades, books and closed bars in the order of time: before each event the core's own
/// times pass and what is on its way arrives.
/// </summary>
public sealed class SimulatedEvents
{
    private readonly TradingCore core;
    private readonly SimulatedExchange exchange;

    /// <summary>Joins a core and an exchange that has not yet seen a bar.</summary>
    public SimulatedEvents(TradingCore core, SimulatedExchange exchange)
    {
        (this.core, this.exchange) = (core, exchange);
        exchange.UseEvents();
    }

    /// <summary>Lets time pass up to and including an instant.</summary>
    public void MoveTo(Timestamp instant)
    {
        var until = instant.UnixNanoseconds;
        while (Math.Min(core.NextWake, exchange.NextArrival) <= until)
        {
            if (exchange.NextArrival < core.NextWake)
            {
                exchange.Deliver(exchange.NextArrival);
            }
            else
            {
                core.Step(core.NextWake == long.MinValue ? instant : new Timestamp(core.NextWake));
                exchange.Take();
            }
        }
    }

    /// <summary>The market is quoted.</summary>
    public void Step(in Quote quote)
    {
        MoveTo(quote.Time);
        exchange.Step(in quote);
    }

    /// <summary>Somebody has traded.</summary>
    public void Step(in Trade trade)
    {
        MoveTo(trade.Time);
        exchange.Step(in trade);
    }

    /// <summary>The book is other than it was; whoever changes it in place calls <see cref="MoveTo"/> before.</summary>
    public void Step(OrderBook book)
    {
        MoveTo(book.Time);
        exchange.Step(book);
    }

    /// <summary>A bar of the core's length has closed.</summary>
    public void Step(in Bar bar)
    {
        MoveTo(new Timestamp(bar.OpenTime.UnixNanoseconds + core.BarLength));
        core.Step(in bar);
        exchange.Watch(in bar);
        exchange.Take();
    }

    /// <summary>Goes over trades, quotes and bars by time: a bar closes before what happens at that instant, a trade comes before the quote that it leaves behind.</summary>
    public void Run(ReadOnlySpan<Trade> trades, ReadOnlySpan<Quote> quotes, ReadOnlySpan<Bar> bars)
    {
        var (trade, quote, bar) = (0, 0, 0);
        while (trade < trades.Length || quote < quotes.Length || bar < bars.Length)
        {
            var traded = trade < trades.Length ? trades[trade].Time.UnixNanoseconds : long.MaxValue;
            var quoted = quote < quotes.Length ? quotes[quote].Time.UnixNanoseconds : long.MaxValue;
            var closed = bar < bars.Length ? bars[bar].OpenTime.UnixNanoseconds + core.BarLength : long.MaxValue;
            if (closed <= Math.Min(traded, quoted))
            {
                Step(in bars[bar++]);
            }
            else if (traded <= quoted)
            {
                Step(in trades[trade++]);
            }
            else
            {
                Step(in quotes[quote++]);
            }
        }
    }

    /// <summary>No more events: what is open leaves at the market as it was last seen.</summary>
    public void End()
    {
        core.Flatten(ExitReason.EndOfData);
        exchange.Take();
        exchange.End();
        core.EndDay();
    }
}

using System.Runtime.InteropServices;
using Keel.Data.Synthetic;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Synthetic;

/// <summary>All schemas of a seed show the same market.</summary>
public class OneMarketTests
{
    private const long Second = Timestamp.NanosecondsPerSecond;

    private const long HaltedSeed = 405;

    private static readonly SyntheticDay Day = Markets.Mes(2).Days().ElementAt(1);

    [Fact]
    public void Minute_bars_are_the_second_bars_put_together() =>
        Assert.Equal(Together(Markets.SecondsOf(Day), 60 * Second), Markets.MinutesOf(Day).ToArray());

    [Fact]
    public void Second_bars_are_the_trades_put_together()
    {
        var ofTrades = Markets
            .TradesOf(Day)
            .Select(trade => new Bar(Floor(trade.Time, Second), trade.Price, trade.Price, trade.Price, trade.Price, trade.Size))
            .ToArray();
        Assert.Equal(Together(ofTrades, Second), Markets.SecondsOf(Day).ToArray());
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        var trades = Markets.TradesOf(Day);
        var quotes = Markets.QuotesOf(Day);
        Assert.All(trades.Zip(trades.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
        Assert.All(quotes.Zip(quotes.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
    }

    [Fact]
    public void Every_trade_is_made_at_the_bid_or_at_the_offer_of_the_book()
    {
        var changes = new List<BookChange>();
        Day.Book(changes);
        var book = new OrderBook(BookWriter.Depth);
        var next = 0;
        foreach (var trade in Markets.TradesOf(Day))
        {
            while (next < changes.Count && changes[next].Time <= trade.Time)
            {
                changes[next++].ApplyTo(book);
            }

            var best = trade.Aggressor == Aggressor.Buyer ? book.Asks[0] : book.Bids[0];
            if (best.Price != trade.Price)
            {
                Assert.Fail($"{trade} beside a best price of {best.Price}");
            }
        }
    }

    [Fact]
    public void The_book_has_ten_levels_a_side_and_is_never_crossed()
    {
        var changes = new List<BookChange>();
        Day.Book(changes);
        var book = new OrderBook(BookWriter.Depth);
        var wrong = 0;
        foreach (var change in changes)
        {
            change.ApplyTo(book);
            if (change.IsLast)
            {
                var whole = book.Bids.Length == BookWriter.Depth && book.Asks.Length == BookWriter.Depth;
                wrong += whole && book.Bids[0].Price < book.Asks[0].Price ? 0 : 1;
            }
        }

        Assert.True(changes[0].IsSnapshot);
        Assert.Equal((2 * BookWriter.Depth) - 1, changes.FindIndex(change => change.IsLast));
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Nothing_trades_in_a_halt_and_the_market_goes_on_after_it()
    {
        // Halts are rare: this seed has one on its first day.
        var day = Markets.Mes(1, seed: HaltedSeed).Day(0);
        var trades = Markets.TradesOf(day);
        Assert.InRange(Longest(trades.ConvertAll(trade => trade.Time)), DayEvents.HaltSeconds, DayEvents.HaltSeconds + 60);
        Assert.InRange(
            Longest(Markets.QuotesOf(day).ConvertAll(quote => quote.Time)),
            DayEvents.HaltSeconds,
            DayEvents.HaltSeconds + 60
        );
        Assert.True(trades[^1].Time > day.Session.RegularHours!.End);

        static double Longest(List<Timestamp> times) => times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds).Max();
    }

    private static Timestamp Floor(Timestamp time, long length) => new(time.UnixNanoseconds / length * length);

    private static Bar[] Together(ReadOnlySpan<Bar> finer, long length)
    {
        var bars = new List<Bar>();
        foreach (var bar in finer)
        {
            var opened = Floor(bar.OpenTime, length);
            var last = bars.Count > 0 ? bars[^1] : default;
            if (bars.Count == 0 || last.OpenTime != opened)
            {
                bars.Add(new Bar(opened, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume));
                continue;
            }

            CollectionsMarshal.AsSpan(bars)[^1] = new Bar(
                opened,
                last.Open,
                bar.High > last.High ? bar.High : last.High,
                bar.Low < last.Low ? bar.Low : last.Low,
                bar.Close,
                last.Volume + bar.Volume
            );
        }

        return [.. bars];
    }
}

using Keel.Domain.Markets;

namespace Keel.Data.Tests.Synthetic;

/// <summary>The rule "fade the last change": sell what just rose, buy what just fell, and close one second later.</summary>
public class BounceTests
{
    [Fact]
    public void Fading_the_last_change_wins_at_the_last_price_and_loses_at_the_quotes()
    {
        var (atLast, atQuotes, trades) = (0L, 0L, 0);
        foreach (var day in Markets.Mes(5).Days())
        {
            var bars = Markets.SecondsOf(day);
            var quotes = Markets.QuotesOf(day);
            var next = 0;
            for (var i = 2; i + 1 < bars.Length; i++)
            {
                var change = (bars[i].Close - bars[i - 1].Close).Count;
                if (change == 0)
                {
                    continue;
                }

                var entry = QuoteAfter(bars[i]);
                var exit = QuoteAfter(bars[i + 1]);
                var side = -Math.Sign(change);
                atLast += side * (bars[i + 1].Close - bars[i].Close).Count;
                atQuotes += side > 0 ? (exit.Bid - entry.Ask).Count : (entry.Bid - exit.Ask).Count;
                trades++;
            }

            (Keel.Domain.Price Bid, Keel.Domain.Price Ask) QuoteAfter(in Bar bar)
            {
                var end = bar.OpenTime.UnixNanoseconds + 1_000_000_000;
                while (next > 0 && quotes[next].Time.UnixNanoseconds >= end)
                {
                    next--;
                }

                while (next + 1 < quotes.Count && quotes[next + 1].Time.UnixNanoseconds < end)
                {
                    next++;
                }

                return (quotes[next].Bid, quotes[next].Ask);
            }
        }

        var (last, quoted) = ((double)atLast / trades, (double)atQuotes / trades);
        Assert.True(last > 0.1, $"at last prices {last:0.000} ticks a trade, {trades} trades");
        Assert.True(quoted < -0.8, $"at quotes {quoted:0.000} ticks a trade");
    }
}

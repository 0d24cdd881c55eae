using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Strategies.Rules;
using Keel.Trading.Ledger;

namespace Keel.Research.Tests.Truth;

/// <summary>A position is held as long as its profile says.</summary>
public class HoldingTimeTests
{
    private static readonly Bar[] Bars = Market.Coins(days: 1, seed: 9);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void A_number_of_bars_is_as_long_as_these_bars_last(int bars)
    {
        var trades = new Run
        {
            Bars = Bars,
            Strategy = () => new BuyAndHold(),
            Hold = bars,
        }
            .Result()
            .Trades;

        // The bar of the entry is the first; after the last one the next open is the exit.
        Assert.All(
            trades.Where(trade => trade.Reason == ExitReason.Time),
            trade => Assert.Equal(Span.FromMinutes(bars), trade.ExitTime - trade.EntryTime)
        );
        Assert.True(trades.Count > 380 / (bars + 2));
    }
}

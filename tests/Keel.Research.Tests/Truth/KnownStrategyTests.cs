using Keel.Data.Synthetic;
using Keel.Strategies.Rules;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Tests.Truth;

/// <summary>Strategies whose outcome is known do what they must.</summary>
public sealed class KnownStrategyTests(ITestOutputHelper output)
{
    [Fact]
    public void Following_trends_gains_where_trends_last_and_loses_where_prices_come_back()
    {
        var seeds = Market.Long ? 20 : 6;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var gain = Net(MarketModel.Momentum, seed);
            var loss = Net(MarketModel.Reversion, seed);
            output.WriteLine($"{seed}: momentum {gain:F2}, reversion {loss:F2}");
            Assert.True(gain > 0, $"seed {seed}: {gain} on a momentum market");
            Assert.True(loss < 0, $"seed {seed}: {loss} on a reversion market");
        }
    }

    [Fact]
    public void Who_buys_and_holds_gets_the_market_less_its_costs()
    {
        var bars = Market.Coins(days: 5, seed: 3);
        var trades = new Run { Bars = bars, Strategy = () => new BuyAndHold() }
            .Result()
            .Trades;

        Assert.Equal(5, trades.Count);
        for (var day = 0; day < 5; day++)
        {
            // In at the second bar, since the first has to close; out at the open of 15:55.
            var (entry, exit) = (bars[(day * 390) + 1], bars[(day * 390) + 385]);
            var trade = trades[day];
            Assert.Equal((Side.Long, ExitReason.EndOfDay), (trade.Side, trade.Reason));
            Assert.Equal((entry.OpenTime, exit.OpenTime), (trade.EntryTime, trade.ExitTime));
            Assert.Equal(1.25m * (exit.Open.InTicks - entry.Open.InTicks) - 0.84m - 2.50m, trade.Net.Amount);
        }
    }

    [Fact]
    public void Who_is_always_flat_never_trades()
    {
        var result = new Run { Bars = Market.Coins(days: 3, seed: 3), Strategy = () => new AlwaysFlat() }.Result();

        Assert.Empty(result.Trades);
        Assert.Equal(0, result.SignalCount);
        Assert.Equal(3, result.Days.Count);
        Assert.All(result.Days, day => Assert.Equal(0, day.Net.Units));
    }

    private static decimal Net(MarketModel model, int seed) =>
        new Run { Bars = Market.Minutes(model, days: 20, seed), Strategy = () => new ChannelTrend() }
            .Result()
            .Trades.Sum(trade => trade.Net.Amount);
}

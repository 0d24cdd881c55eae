using Keel.Data.Synthetic;
using Keel.Research.Expectations;
using Keel.Strategies.Rules;

namespace Keel.Research.Tests.Truth;

/// <summary>Who enters at random loses the costs, no more and no less.</summary>
public sealed class RandomTruthTests(ITestOutputHelper output)
{
    private const int Seeds = 200;

    [Fact]
    public void Random_entries_lose_their_costs_on_tossed_coins() =>
        LosesItsCosts(seed => new Run
        {
            Bars = Market.Coins(days: 20, seed),
            Strategy = () => new RandomEntries(seed, 0.1),
            Stop = 8,
            Target = 12,
            Model = Trading.Exchange.FillModel.Touch,
        });

    [Fact]
    public void Random_entries_lose_their_costs_on_a_market_without_edge()
    {
        var markets = Enumerable
            .Range(0, Market.Long ? Seeds : 8)
            .Select(seed => Market.Minutes(MarketModel.Clustered, days: 10, seed))
            .ToArray();
        LosesItsCosts(seed => new Run
        {
            Bars = markets[(int)seed % markets.Length],
            Strategy = () => new RandomEntries(seed, 0.1),
            Hold = 15,
        });
    }

    private void LosesItsCosts(Func<ulong, Run> runOf)
    {
        var inside = 0;
        var all = new List<double>();
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var trades = runOf(seed).Result().Trades;
            var nets = ExpectancyInterval.NetOf(trades);
            var costs = trades.Average(trade => (double)(trade.Commission + trade.Slippage).Amount);
            inside += ExpectancyInterval.OfIndependent(nets)!.Contains(-costs) ? 1 : 0;
            all.AddRange(nets.Zip(trades, (net, trade) => net + (double)(trade.Commission + trade.Slippage).Amount));
        }

        // Whether all seeds together are off is a sharper question than whether each is.
        var pooled = ExpectancyInterval.OfIndependent(all.ToArray(), level: 0.999)!;
        output.WriteLine(
            $"{inside} of {Seeds} inside; before costs {pooled.Mean:F4} a trade, {pooled.Low:F4} to {pooled.High:F4}"
        );

        // 95 % intervals: fewer than 180 of 200 happen once in a thousand times.
        Assert.InRange(inside, 180, 200);
        Assert.True(pooled.Contains(0), $"before costs {pooled.Mean} a trade, {pooled.Low} to {pooled.High}");
    }
}

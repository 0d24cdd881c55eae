using System.Runtime.InteropServices;
using Keel.Data.Shape;
using Keel.Data.Synthetic;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;

namespace Keel.Data.Tests.Synthetic;

/// <summary>Each model is what its name says, judged by a trend follower and by the figures.</summary>
public class ModelTests
{
    private const int CostTicks = 2;

    [Fact]
    public void A_trend_follower_earns_after_costs_on_momentum()
    {
        var (net, error) = TrendFollower(MarketModel.Momentum);
        Assert.True(net > 3 * error, $"{net:0.0} ± {error:0.0} ticks a day");
    }

    [Fact]
    public void A_trend_follower_loses_more_than_its_costs_on_reversion()
    {
        var (net, error) = TrendFollower(MarketModel.Reversion, costTicks: 0);
        Assert.True(net < -3 * error, $"{net:0.0} ± {error:0.0} ticks a day before costs");
    }

    [Theory]
    [InlineData("clustered")]
    [InlineData("random-walk")]
    public void A_trend_follower_neither_earns_nor_loses_before_costs_where_there_is_no_edge(string name)
    {
        Assert.True(MarketModel.TryParse(name, null, null, out var model, out _));
        var (gross, error) = TrendFollower(model, costTicks: 0);
        Assert.True(Math.Abs(gross) < 2.5 * error, $"{gross:0.0} ± {error:0.0} ticks a day before costs");
    }

    [Fact]
    public void A_random_walk_has_no_clusters_no_fat_tails_and_no_time_of_day()
    {
        var shape = MarketShape.Of(
            CollectionsMarshal.AsSpan(Markets.Minutes(Markets.Mes(30, MarketModel.RandomWalk))),
            HoursColumn.Rth
        );
        Assert.InRange(shape.AcfAbsAdjusted(1), -0.03, 0.03);
        Assert.InRange(shape.ExcessKurtosis, -0.2, 0.3);
        Assert.InRange(shape.At("09:30")!.RangeTicks / shape.At("12:00")!.RangeTicks, 0.9, 1.1);
    }

    [Theory]
    [InlineData("MCL", 4, 14)]
    [InlineData("MNQ", 12, 40)]
    [InlineData("MGC", 2, 20)]
    public void Other_futures_are_sensible_markets(string symbol, double leastTicks, double mostTicks)
    {
        var instrument = InstrumentTable.Find(symbol);
        var market = new SyntheticMarket(instrument, Markets.Days(20), 7, MarketModel.Clustered);
        var shape = MarketShape.Of(CollectionsMarshal.AsSpan(Markets.Minutes(market)), HoursColumn.Rth);
        Assert.InRange(shape.SdTicks, leastTicks, mostTicks);
        Assert.Equal(0, shape.AbsentMinutes);
    }

    [Fact]
    public void A_market_that_never_closes_trades_every_minute_of_the_week_without_gaps()
    {
        var perpetual = new Instrument
        {
            Symbol = "BTCUSDT",
            Name = "Bitcoin perpetual",
            Exchange = "Binance",
            Currency = "USDT",
            Grid = PriceGrid.Of(0.1m),
            PointValue = 1,
            Calendar = "continuous",
        };
        var market = new SyntheticMarket(perpetual, Markets.Days(14, TradingCalendar.Continuous), 7, MarketModel.Clustered);
        var bars = Markets.Minutes(market);
        var shape = MarketShape.Of(CollectionsMarshal.AsSpan(bars), HoursColumn.All);
        Assert.InRange(bars.Count, (14 * 1440) - 20, 14 * 1440);
        Assert.InRange(shape.SdBp, 3, 12);
        Assert.All(
            bars.Zip(bars.Skip(1)),
            pair => Assert.InRange(Math.Abs((pair.Second.Open - pair.First.Close).Count), 0, 6000)
        );
    }

    [Fact]
    public void An_unknown_instrument_gets_a_market_of_twenty_thousand_ticks()
    {
        var unknown = new Instrument
        {
            Symbol = "XYZ",
            Name = "Unknown",
            Exchange = "Somewhere",
            Currency = "USD",
            Grid = PriceGrid.Of(0.005m),
            PointValue = 1,
        };
        var bars = Markets.Minutes(new SyntheticMarket(unknown, Markets.Days(2), 7, MarketModel.Clustered));
        Assert.InRange(bars[0].Open.InTicks, 19_900, 20_100);
    }

    [Theory]
    [InlineData("clustred", null, null, "there is no market model 'clustred'")]
    [InlineData("clustered", 0.1, null, "has no planted edge")]
    [InlineData("planted", null, null, "needs the size of its edge")]
    [InlineData("planted", 0.7, null, "between 0 and 0.5")]
    [InlineData("planted", 0.1, "hidden", "there is no planted edge 'hidden'")]
    public void A_model_that_makes_no_sense_is_refused_in_words(string name, double? edge, string? form, string words)
    {
        Assert.False(MarketModel.TryParse(name, edge, form, out _, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    // Every half hour of the day long when the price is above that of an hour ago, short when below; flat at the close.
    private static (double TicksPerDay, double Error) TrendFollower(MarketModel model, int costTicks = CostTicks)
    {
        var days = new List<double>();
        foreach (var day in Markets.Mes(60, model).Days())
        {
            var bars = Markets.MinutesOf(day);
            var (position, earned) = (0, 0.0);
            for (var i = 60; i + 30 < bars.Length; i += 30)
            {
                var wanted = Math.Sign((bars[i].Close - bars[i - 60].Close).Count);
                earned -= Math.Abs(wanted - position) * costTicks / 2.0;
                position = wanted;
                earned += position * (bars[i + 30].Close - bars[i].Close).Count;
            }

            days.Add(earned - (Math.Abs(position) * costTicks / 2.0));
        }

        var mean = days.Average();
        return (mean, Math.Sqrt(days.Sum(day => (day - mean) * (day - mean))) / days.Count);
    }
}

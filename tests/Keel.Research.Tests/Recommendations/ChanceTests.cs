using Keel.Research.Recommendations;

namespace Keel.Research.Tests.Recommendations;

/// <summary>How often advice is given where there is nothing to advise.</summary>
public sealed class ChanceTests(ITestOutputHelper output)
{
    private static int Few => Ledgers.Long ? 1000 : 100;

    [Fact]
    public void Of_200_random_strategies_at_most_one_in_twenty_is_advised() =>
        Accused(new RandomTrader(), Ledgers.Long ? 2000 : 200);

    [Fact]
    public void Skewed_results_do_not_raise_the_error() =>
        Accused(
            new RandomTrader
            {
                Target = 24,
                Stop = 6,
                Days = 60,
            }
        );

    [Fact]
    public void A_wild_opening_does_not_raise_the_error() => Accused(new RandomTrader { OpeningStep = 3, TradesPerDay = 3 });

    [Fact]
    public void A_thin_hour_that_only_costs_more_is_not_to_be_avoided() =>
        Accused(new RandomTrader { LateSlippage = 4, TradesPerDay = 8 });

    [Fact]
    public void Trades_that_hang_together_do_not_raise_the_error() =>
        Accused(
            new RandomTrader
            {
                TradesPerDay = 20,
                Days = 40,
                Stop = 20,
                Target = 30,
            }
        );

    [Fact]
    public void Growing_size_and_changing_fortune_do_not_raise_the_error() =>
        Accused(
            new RandomTrader
            {
                MostContracts = 6,
                Regimes = 0.2,
                TradesPerDay = 4,
            }
        );

    [Fact]
    public void A_strategy_that_loses_everywhere_by_its_costs_is_not_told_to_avoid_an_hour() =>
        Accused(new RandomTrader { Commission = 4.84m });

    [Fact]
    public void A_strategy_that_earns_everywhere_is_not_told_to_avoid_anything() => Accused(new RandomTrader { Insight = 0.4 });

    [Theory]
    [InlineData(1, 60)]
    [InlineData(3, 250)]
    [InlineData(12, 30)]
    [InlineData(8, 500)]
    public void The_error_is_kept_in_short_and_long_histories(int perDay, int days)
    {
        Assert.SkipUnless(Ledgers.Long, "thousands of strategies: set KEEL_LONG=1");
        Accused(new RandomTrader { TradesPerDay = perDay, Days = days });
        Accused(
            new RandomTrader
            {
                TradesPerDay = perDay,
                Days = days,
                Stop = 6,
                Target = 24,
            }
        );
        Accused(
            new RandomTrader
            {
                TradesPerDay = perDay,
                Days = days,
                Stop = 30,
                Target = 6,
            }
        );
    }

    [Fact]
    public void Strategies_that_share_a_market_share_its_luck_but_few_markets_mislead()
    {
        Assert.SkipUnless(Ledgers.Long, "forty markets: set KEEL_LONG=1");
        var misleading = 0;
        for (var market = 0UL; market < 40; market++)
        {
            var trader = new RandomTrader
            {
                Market = market,
                TradesPerDay = 10,
                Days = 60,
            };
            var accused = 0;
            for (var seed = 0UL; seed < 50; seed++)
            {
                accused += Adviser.Advise(Ledgers.Of(trader.Trades(seed))).Recommendations.Count > 0 ? 1 : 0;
            }

            output.WriteLine($"market {market}: {accused} of 50");
            misleading += accused > 2 ? 1 : 0;
        }

        Assert.True(misleading <= 4, $"{misleading} of 40 markets");
    }

    /// <summary>One report in a hundred is the budget; the bound is the promise of one in twenty.</summary>
    private void Accused(RandomTrader trader, int? strategies = null)
    {
        var seeds = strategies ?? Few;
        var accused = 0;
        for (var seed = 0; seed < seeds; seed++)
        {
            var advice = Adviser.Advise(Ledgers.Of(trader.Trades((ulong)seed)));
            accused += advice.Recommendations.Count > 0 ? 1 : 0;
            foreach (var one in advice.Recommendations)
            {
                output.WriteLine($"{seed}: {one.Sentence}");
            }
        }

        output.WriteLine($"{accused} of {seeds}: {trader}");
        Assert.True(accused <= seeds / 20, $"{accused} of {seeds} random strategies were advised: {trader}");
        Assert.True(accused <= (seeds * 0.01) + (4 * Math.Sqrt(seeds * 0.01)), $"{accused} of {seeds}: {trader}");
    }
}

using Keel.Research.Recommendations;

namespace Keel.Research.Tests.Recommendations;

/// <summary>A strategy made to lose between 12:00 and 13:00 gets exactly that advice.</summary>
public sealed class NoonLoserTests(ITestOutputHelper output)
{
    [Fact]
    public void Only_the_hour_that_loses_is_named_when_the_others_lose_their_costs() =>
        Noon(new RandomTrader { NoonBlindness = 0.9 }, seeds: 100);

    [Fact]
    public void Only_the_hour_that_loses_is_named_when_the_others_earn() =>
        Noon(new RandomTrader { NoonBlindness = 0.8, Insight = 0.3 });

    [Fact]
    public void A_side_taken_at_noon_alone_is_not_blamed_for_the_hour() =>
        Noon(new RandomTrader { NoonBlindness = 0.9, BuysAtNoon = true });

    [Fact]
    public void One_trade_a_day_is_enough() =>
        Noon(
            new RandomTrader
            {
                NoonBlindness = 1,
                TradesPerDay = 1,
                Days = 400,
            }
        );

    [Fact]
    public void Weaker_faults_are_found_with_more_trades()
    {
        Assert.SkipUnless(Ledgers.Long, "many trades: set KEEL_LONG=1");
        Noon(
            new RandomTrader
            {
                NoonBlindness = 0.5,
                TradesPerDay = 8,
                Days = 250,
            }
        );
        Noon(
            new RandomTrader
            {
                NoonBlindness = 0.9,
                TradesPerDay = 8,
                Days = 500,
                MostContracts = 4,
            }
        );
    }

    private void Noon(RandomTrader trader, int? seeds = null)
    {
        var all = seeds ?? (Ledgers.Long ? 100 : 25);
        var exact = 0;
        for (var seed = 0; seed < all; seed++)
        {
            var found = Adviser.Advise(Ledgers.Of(trader.Trades((ulong)seed))).Recommendations;
            var isExact = found is [{ Kind: RecommendationKind.Hour, Group: 12 }];
            exact += isExact ? 1 : 0;
            if (!isExact || seed == 0)
            {
                output.WriteLine($"{seed}: {string.Join("; ", found.Select(one => one.Sentence))}");
            }
        }

        output.WriteLine($"{exact} of {all}: {trader}");
        Assert.True(exact >= all * 95 / 100, $"{exact} of {all}: {trader}");
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Research.Recommendations;
using Keel.Strategies.Rules;
using Keel.Trading.Strategies;

namespace Keel.Research.Tests.Truth;

/// <summary>What the report advises rests on something: through the real engine, chance is not advised against, and a planted fault is.</summary>
public sealed class AdviceTruthTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_200_random_strategies_at_most_one_in_twenty_is_advised()
    {
        const int runs = 200;
        var advised = 0;
        for (var seed = 1UL; seed <= runs; seed++)
        {
            var run = new Run
            {
                Bars = Market.Coins(days: 20, seed, flipsPerBar: 2),
                Strategy = () => new RandomEntries(seed, 0.1),
                Stop = 8,
                Target = 12,
            };
            var found = Adviser.Advise(run.Result()).Recommendations;
            advised += found.Count > 0 ? 1 : 0;
            foreach (var one in found)
            {
                output.WriteLine($"{seed}: {one.Sentence}");
            }
        }

        output.WriteLine($"{advised} of {runs}");
        Assert.True(advised <= runs / 20, $"{advised} of {runs} carry a recommendation");
    }

    [Fact]
    public void Who_loses_only_between_twelve_and_one_is_told_exactly_that()
    {
        var seeds = Market.Long ? 100 : 20;
        var exact = 0;
        for (var seed = 1UL; seed <= (ulong)seeds; seed++)
        {
            var bars = Market.Coins(days: 60, seed, flipsPerBar: 2);
            var run = new Run
            {
                Bars = bars,
                Strategy = () => new NoonFool(bars, seed),
                Hold = 10,
                Slip = 0,
                Fee = 0.05m,
            };
            var found = Adviser.Advise(run.Result()).Recommendations;
            var isExact = found is [{ Kind: RecommendationKind.Hour, Group: 12 }];
            exact += isExact ? 1 : 0;
            if (!isExact || seed == 1)
            {
                output.WriteLine($"{seed}: {string.Join("; ", found.Select(one => one.Sentence))}");
            }
        }

        output.WriteLine($"{exact} of {seeds}");
        Assert.True(exact * 100 >= seeds * 95, $"{exact} of {seeds}");
    }

    /// <summary>Enters at random, and from 12:00 to 13:00 mostly on the side that is going to lose.</summary>
    private sealed class NoonFool(Bar[] all, ulong seed) : Strategy
    {
        private SplitMix64 numbers = new(seed);
        private int index = -1;

        public override void OnBar(in Bar bar, StrategyDesk desk)
        {
            index++;
            var (enters, isLong, isBlind) = (numbers.Uniform() < 0.1, numbers.Uniform() < 0.5, numbers.Uniform() < 0.8);
            if (!desk.IsFlat || !enters)
            {
                return;
            }

            // The entry falls into the next bar, and its hour is what counts.
            var entersAt = (bar.OpenTime + Span.FromMinutes(1)).ToInstant().InZone(TradingZones.NewYork);
            if (entersAt.Hour == 12 && isBlind)
            {
                isLong =
                    all[Math.Min(index + 11, all.Length - 1)].Open.InTicks
                    < all[Math.Min(index + 1, all.Length - 1)].Open.InTicks;
            }

            if (isLong)
            {
                desk.Long();
            }
            else
            {
                desk.Short();
            }
        }
    }
}

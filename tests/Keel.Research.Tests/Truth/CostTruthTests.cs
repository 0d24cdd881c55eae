using FsCheck;
using FsCheck.Fluent;
using Keel.Domain.Markets;
using Keel.Research.Results;
using Keel.Strategies.Rules;

namespace Keel.Research.Tests.Truth;

/// <summary>Costs take from the result exactly what they are.</summary>
public sealed class CostTruthTests
{
    private static readonly Bar[] Bars = Market.Coins(days: 3, seed: 5, flipsPerBar: 3);

    [Fact]
    public void Costs_and_slippage_reduce_net_by_exactly_their_sum()
    {
        var cases =
            from seed in Gen.Choose(1, 1_000_000)
            from slip in Gen.Choose(0, 5)
            from cents in Gen.Choose(0, 500)
            from hold in Gen.Choose(1, 60)
            select (Seed: (ulong)seed, slip, Fee: cents / 100m, hold);
        Holds(
            cases,
            one =>
            {
                // A stop too far to be reached, a fixed holding time: nothing that a price of a fill could change.
                var free = new Run
                {
                    Bars = Bars,
                    Strategy = () => new RandomEntries(one.Seed, 0.2),
                    Stop = 5_000,
                    Hold = one.hold,
                    Slip = 0,
                    Fee = 0,
                };
                var dear = free with { Slip = one.slip, Fee = one.Fee };
                var (without, with) = (free.Result().Trades, dear.Result().Trades);
                Assert.NotEmpty(with);
                Assert.Equal(without.Count, with.Count);
                for (var i = 0; i < with.Count; i++)
                {
                    var (cheap, paid) = (without[i], with[i]);
                    Assert.Equal((cheap.EntryTime, cheap.ExitTime, cheap.Side), (paid.EntryTime, paid.ExitTime, paid.Side));
                    Assert.Equal(cheap.Gross, paid.Gross);
                    Assert.Equal(2 * one.Fee, paid.Commission.Amount);
                    Assert.Equal(2 * one.slip * 1.25m, paid.Slippage.Amount);
                    Assert.Equal(cheap.Net - paid.Commission - paid.Slippage, paid.Net);
                }
            }
        );
    }

    [Fact]
    public void Commission_alone_never_changes_a_trade()
    {
        var cases =
            from seed in Gen.Choose(1, 1_000_000)
            from cents in Gen.Choose(1, 500)
            from stop in Gen.Choose(2, 20)
            from target in Gen.Choose(2, 20)
            select (Seed: (ulong)seed, Fee: cents / 100m, stop, target);
        Holds(
            cases,
            one =>
            {
                var free = new Run
                {
                    Bars = Bars,
                    Strategy = () => new RandomEntries(one.Seed, 0.2),
                    Stop = one.stop,
                    Target = one.target,
                    Fee = 0,
                };
                var (without, with) = (free.Result().Trades, (free with { Fee = one.Fee }).Result().Trades);
                Assert.Equal(
                    without.Select(trade => (trade.EntryTime, trade.ExitTime, trade.ExitTicks, trade.Net.Amount - (2 * one.Fee))),
                    with.Select(trade => (trade.EntryTime, trade.ExitTime, trade.ExitTicks, trade.Net.Amount))
                );
            }
        );
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        Assert.Equal(Bytes(7), Bytes(7));
        Assert.NotEqual(Bytes(7), Bytes(8));
    }

    private static byte[] Bytes(ulong seed)
    {
        using var into = new MemoryStream();
        var run = new Run
        {
            Bars = Bars,
            Strategy = () => new RandomEntries(seed, 0.1),
            Stop = 8,
            Target = 12,
        };
        TradesCsv.Write(into, run.Result());
        return into.ToArray();
    }

    private static void Holds<T>(Gen<T> values, Action<T> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20_240_102, 1_234_567).WithMaxTest(Market.Long ? 2_000 : 100),
            Prop.ForAll(values.ToArbitrary(), holds)
        );
}

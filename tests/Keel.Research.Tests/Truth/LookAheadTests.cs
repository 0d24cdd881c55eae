using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Strategies.Rules;
using Keel.Trading.Exchange;
using Keel.Trading.Strategies;

namespace Keel.Research.Tests.Truth;

/// <summary>What has not happened yet changes nothing: neither the engine nor a strategy sees a bar before it is over.</summary>
public sealed class LookAheadTests
{
    private static readonly Func<Strategy>[] Strategies =
    [
        () => new RandomEntries(3, 0.2),
        () => new EmaCross(5, 13),
        () => new EmaCross(5, 13, reverse: true),
        () => new ChannelTrend(10, 5),
        () => new BuyAndHold(),
    ];

    private static readonly Bar[] Bars = Market.Coins(days: 2, seed: 11, flipsPerBar: 4);

    [Fact]
    public void Another_future_never_changes_the_past()
    {
        var cases =
            from strategy in Gen.Choose(0, Strategies.Length - 1)
            from model in Gen.Elements(FillModel.Conservative, FillModel.Touch, FillModel.Optimistic, FillModel.Realistic)
            from at in Gen.Choose(30, Bars.Length - 1)
            from stop in Gen.Choose(3, 12)
            from target in Gen.Choose(0, 16)
            from upsideDown in Gen.Elements(true, false)
            select (strategy, model, at, stop, target, upsideDown);
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20_240_103, 7_654_321).WithMaxTest(Market.Long ? 20_000 : 400),
            Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var run = new Run
                    {
                        Bars = Bars,
                        Strategy = Strategies[one.strategy],
                        Stop = one.stop,
                        Target = one.target,
                        Model = one.model,
                    };
                    var other = run with { Bars = Changed(one.at, one.upsideDown) };
                    var when = Bars[one.at].OpenTime;
                    var (before, after) = (Past(run, when), Past(other, when));
                    Assert.Equal(before, after);
                }
            )
        );
    }

    [Fact]
    public void The_property_notices_a_strategy_that_peeks()
    {
        var noticed = 0;
        for (var at = 100; at < 300; at += 10)
        {
            var future = Changed(at, upsideDown: true);
            var run = new Run
            {
                Bars = Bars,
                Strategy = () => new Peeker(Bars),
                Hold = 1,
            };
            var other = run with { Bars = future, Strategy = () => new Peeker(future) };
            noticed += Past(run, Bars[at].OpenTime).SequenceEqual(Past(other, Bars[at].OpenTime)) ? 0 : 1;
        }

        Assert.True(noticed > 0);
    }

    private static List<object> Past(Run run, Timestamp when)
    {
        var result = run.Result();
        List<object> known = [.. result.Trades.Where(trade => trade.ExitTime < when).Select(trade => (object)trade)];

        // What was decided before is known too, even where its end lies beyond; a signal at a bar's close belongs to that bar.
        known.AddRange(result.Signals.Where(signal => signal.At <= when).Select(signal => (object)signal));
        known.AddRange(
            result
                .Trades.Where(trade => trade.EntryTime < when)
                .Select(trade => (object)(trade.EntryTime, trade.EntryTicks, trade.Side))
        );
        return known;
    }

    private static Bar[] Changed(int at, bool upsideDown)
    {
        var bars = Bars.ToArray();
        var axis = bars[at].Open.InTicks;
        for (var i = at; i < (upsideDown ? bars.Length : at + 1); i++)
        {
            bars[i] = Flipped(bars[i], axis);
        }

        return bars;
    }

    private static Bar Flipped(in Bar bar, long axis) =>
        new(
            bar.OpenTime,
            new Price((2 * axis) - bar.Open.InTicks),
            new Price((2 * axis) - bar.Low.InTicks),
            new Price((2 * axis) - bar.High.InTicks),
            new Price((2 * axis) - bar.Close.InTicks),
            bar.Volume
        );

    private sealed class Peeker(Bar[] all) : Strategy
    {
        private int index;

        public override void OnBar(in Bar bar, StrategyDesk desk)
        {
            var next = all[Math.Min(++index + 3, all.Length - 1)];
            if (desk.IsFlat && next.Close.InTicks > bar.Close.InTicks)
            {
                desk.Long();
            }
            else if (desk.IsFlat)
            {
                desk.Short();
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Exchange;
using Keel.Trading.Messages;

namespace Keel.Trading.Tests.Exchange;

/// <summary>What holds for any orders over any prices.</summary>
public sealed class AnyOrdersTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20_240_102, 7_654_321);

    [Fact]
    public void On_bars_fills_keep_every_promise() => Prop.ForAll<int>(static seed => OnBars(seed)).Check(Fixed);

    [Fact]
    public void Among_quotes_and_trades_fills_keep_every_promise() =>
        Prop.ForAll<int>(static seed => OnEvents(seed)).Check(Fixed);

    private static void OnBars(int seed)
    {
        var random = new Random(seed);
        var rules = AnyRules(random);
        var trader = new Trader(rules);
        var sent = new Dictionary<long, (AnyOrder Order, long From)>();
        long price = random.Next(-50, 150);
        long nextId = 1;
        for (var i = 0; i < 40; i++)
        {
            if (random.Next(3) == 0)
            {
                foreach (var order in AnyOrder.Some(random, ref nextId, price))
                {
                    sent[order.Id] = (order, trader.Now + rules.Delay);
                    trader.Send(order.Text);
                }
            }

            var heard = trader.Reports.Count;
            var bar = AnyBar(random, i, ref price);
            trader.Over([bar]);
            for (; heard < trader.Reports.Count; heard++)
            {
                var report = trader.Reports[heard];
                if (report.Kind == ReportKind.Filled)
                {
                    var (order, from) = sent[report.OrderId];
                    order.Judge(in report);
                    Assert.True(
                        from < bar.OpenTime.UnixNanoseconds + trader.BarLength,
                        $"{order.Text} filled before it had arrived"
                    );
                    if (report.Price != order.Limit && (order.Stop is null || rules.Protection is null))
                    {
                        // A limit (or a protected stop that rests) fills at its limit when the open has left it behind: worse than any price of the bar.
                        Assert.InRange(report.Price - ((int)order.Side * report.Slippage), bar.Low.InTicks, bar.High.InTicks);
                    }
                }
            }
        }

        JudgeGroups(sent.Values.Select(one => one.Order));
    }

    private static void OnEvents(int seed)
    {
        var random = new Random(seed);
        var rules = AnyRules(random);
        var trader = new Trader(rules, events: true);
        var sent = new Dictionary<long, (AnyOrder Order, long From)>();
        long bid = random.Next(-50, 150);
        long nextId = 1;
        for (var i = 0; i < 80; i++)
        {
            var heard = trader.Reports.Count;
            if (random.Next(4) == 0)
            {
                foreach (var order in AnyOrder.Some(random, ref nextId, bid))
                {
                    sent[order.Id] = (order, trader.Now + rules.Delay);
                    trader.Send(order.Text);
                }
            }

            bid += random.Next(-2, 3);
            var ask = bid + random.Next(0, 3);
            trader.Live(
                random.Next(2) == 0
                    ? $"q {bid}x{random.Next(1, 8)} {ask}x{random.Next(1, 8)}"
                    : $"t {(random.Next(2) == 0 ? bid : ask)}x{random.Next(1, 8)} {(random.Next(2) == 0 ? "b" : "s")}"
            );
            for (; heard < trader.Reports.Count; heard++)
            {
                var report = trader.Reports[heard];
                if (report.Kind == ReportKind.Filled)
                {
                    var (order, from) = sent[report.OrderId];
                    order.Judge(in report);
                    Assert.True(report.At >= from, $"{order.Text} filled before it had arrived");
                }
            }
        }

        JudgeGroups(sent.Values.Select(one => one.Order));
    }

    private static void JudgeGroups(IEnumerable<AnyOrder> orders)
    {
        foreach (var group in orders.Where(order => order.Group != 0).GroupBy(order => order.Group))
        {
            Assert.True(
                group.Sum(order => order.Filled) <= group.Max(order => order.Lots),
                $"more than one leg filled: {string.Join("; ", group.Select(order => order.Text))}"
            );
        }
    }

    private static FillRules AnyRules(Random random) =>
        TradedByCore.Rules((FillModel)random.Next(4), random.Next(3)) with
        {
            Latency = new Span(random.Next(3) * 40_000_000_000L),
            Protection = random.Next(2) == 0 ? random.Next(4) : null,
            StopTrigger = (StopTrigger)random.Next(2),
        };

    private static Bar AnyBar(Random random, int minute, ref long price)
    {
        var open = price + random.Next(-4, 5);
        var close = open + random.Next(-6, 7);
        price = close;
        return new Bar(
            Bars.Start + Span.FromSeconds(60L * (minute + 1)),
            new Price(open),
            new Price(Math.Max(open, close) + random.Next(5)),
            new Price(Math.Min(open, close) - random.Next(5)),
            new Price(close),
            new Quantity(random.Next(60))
        );
    }
}

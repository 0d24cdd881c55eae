using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Results;
using Keel.Research.Tests.Performance;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Tests.Results;

/// <summary>Whatever the trades, every figure can be printed and the totals add up. FsCheck prints the seed of a failure; the seed itself is fixed.</summary>
public sealed class AnyTradesTests
{
    private static readonly Gen<long> Cents = Gen.Choose(-200_000, 200_000).Select(cents => (long)cents);
    private static readonly Gen<long> Costs = Gen.Frequency((3, Gen.Choose(0, 500)), (1, Gen.Constant(0)))
        .Select(cents => (long)cents);

    private static readonly Gen<ClosedTrade> Trade =
        from gross in Gen.Frequency((3, Cents), (1, Gen.Constant(0L)))
        from commission in Costs
        from slippage in Costs
        from risk in Costs
        from minute in Gen.Choose(-1_000_000, 1_000_000)
        from held in Gen.Choose(0, 1000)
        from contracts in Gen.Choose(1, 5)
        from ticks in Gen.Choose(-30_000, 30_000)
        from reason in Gen.Elements(Enum.GetValues<ExitReason>())
        from confidence in Gen.Elements(double.NaN, 0, 0.6, 0.95, 1)
        select Example.Trade(0, minute, reason) with
        {
            Side = gross % 2 == 0 ? Side.Long : Side.Short,
            Contracts = contracts,
            Turned = contracts,
            EntryTicks = ticks,
            ExitTicks = -ticks,
            ExitTime = Example.Open + Span.FromMinutes(minute + held),
            Gross = Money.FromCents(gross),
            Commission = Money.FromCents(commission),
            Slippage = Money.FromCents(slippage),
            Risk = Money.FromCents(risk),
            Confidence = confidence,
        };

    private static readonly Gen<BacktestResult> Result =
        from trades in Gen.ArrayOf(Trade)
        from days in Gen.ArrayOf(Gen.Frequency((3, Cents), (2, Gen.Constant(0L))))
        from capital in Gen.Elements<Money?>(null, Money.Zero, Money.From(0.01m), Money.From(1000), Money.From(1_000_000))
        from seconds in Gen.Elements(0, 0.5, double.PositiveInfinity, double.NaN)
        select Example.Result(
            trades,
            [
                .. days.Select(
                    (cents, i) => new DayResult(Example.Day + i, Money.FromCents(cents), Money.FromCents(cents), 1, Money.Zero)
                ),
            ],
            capital
        ) with
        {
            ElapsedSeconds = seconds,
        };

    [Fact]
    public void Every_figure_of_any_run_is_a_number_or_null() =>
        Holds(result =>
        {
            var text = Written.Summary(result);
            using var json = JsonDocument.Parse(text);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.DoesNotContain("-0.00,", text, StringComparison.Ordinal);
            Assert.Equal(text, Written.Summary(result));
        });

    [Fact]
    public void Totals_of_any_run_add_up_to_the_cent() =>
        Holds(result =>
        {
            var figures = Written.Json(result).GetProperty("performance");
            var net = result.Trades.Sum(trade => trade.Net.Amount);
            Assert.Equal(net, Dollars("net_pnl"));
            Assert.Equal(net, Dollars("gross_pnl") - Dollars("commission") - Dollars("slippage"));
            Assert.True(Dollars("max_drawdown_usd") >= Math.Max(0, -net));

            decimal Dollars(string name) => figures.GetProperty(name).GetDecimal();
        });

    [Fact]
    public void Tables_and_text_of_any_run_hold_no_figure_that_is_none() =>
        Holds(result =>
        {
            var report = Written.Report(result);
            var all =
                Written.By(into => TradesCsv.Write(into, result))
                + Written.By(into => EquityCurveCsv.Write(into, result))
                + Written.By(into => DailyPnlCsv.Write(into, report.Summary))
                + Written.By(into => DrawdownsCsv.Write(into, report.Summary))
                + SummaryText.Of(report);
            Assert.DoesNotContain("NaN", all, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", all, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", all, StringComparison.Ordinal);
        });

    private static void Holds(Action<BacktestResult> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20_240_102, 1_234_567).WithMaxTest(200),
            Prop.ForAll(Result.ToArbitrary(), holds)
        );
}

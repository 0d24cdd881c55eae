using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Research.Performance;
using Keel.Research.Results;
using Keel.Research.Tests.Performance;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Tests.Results;

public sealed class CsvTests
{
    [Fact]
    public void A_trade_is_a_line_with_the_contracts_columns()
    {
        var trade = Example.Trade(-0.84m, 0, ExitReason.EndOfDay) with
        {
            Side = Side.Short,
            Contracts = 2,
            Turned = 2,
            EntryTicks = 40_001,
            ExitTicks = 40_000,
            Confidence = 0.7,
            PredictedClass = 2,
            ExitTime = Example.Open + new Span(61_000_000_001),
        };
        var lines = Written.Lines(into => TradesCsv.Write(into, Example.Result([trade, Example.Trade(5)], [], null)));
        Assert.Equal(
            "entry_time,exit_time,direction,entry_price,exit_price,contracts,gross_pnl,commission,slippage,net_pnl,exit_reason,model_confidence,predicted_class,mae,mfe",
            lines[0]
        );
        Assert.Equal(
            "2024-01-02T14:30:00.000000000Z,2024-01-02T14:31:01.000000001Z,short,5000.125,5000.00,2,1.25,0.84,1.25,-0.84,eod_flatten,0.7,2,-5.00,7.50",
            lines[1]
        );
        Assert.Equal(
            "2024-01-02T14:30:00.000000000Z,2024-01-02T14:31:00.000000000Z,long,5000.00,5000.25,1,7.09,0.84,1.25,5.00,stop,,,-5.00,7.50",
            lines[2]
        );
    }

    [Fact]
    public void Prices_below_zero_and_money_below_a_cent_are_written_exactly()
    {
        var trade = Example.Trade(0) with
        {
            EntryTicks = -3763,
            ExitTicks = -1,
            Gross = new Money(-1),
            BestOpen = new Money(150_000_000),
        };
        var result = Example.Result([trade], [], null) with { Instrument = InstrumentTable.Find("MCL") };
        var cells = Written.Lines(into => TradesCsv.Write(into, result))[1].Split(',');
        Assert.Equal(["-37.63", "-0.01"], cells[3..5]);
        Assert.Equal(["-0.00000001", "0.84", "1.25", "-2.09000001"], cells[6..10]);
        Assert.Equal("1.50", cells[^1]);
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59.999999999Z")]
    [InlineData("1677-09-21T00:12:43.145224193Z")]
    [InlineData("2024-02-29T00:00:00.000000000Z")]
    [InlineData("2262-04-11T23:47:16.854775807Z")]
    public void Any_instant_is_written_to_the_nanosecond(string instant)
    {
        var trade = Example.Trade(1) with { EntryTime = Timestamp.Parse(instant), ExitTime = Timestamp.Parse(instant) };
        var line = Written.Lines(into => TradesCsv.Write(into, Example.Result([trade], [], null)))[1];
        Assert.StartsWith($"{instant},{instant},", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_curve_begins_with_the_data_and_shows_every_fall()
    {
        var lines = Written.Lines(into =>
            EquityCurveCsv.Write(into, Example.Result(Example.Trades(10, -4), [], Money.From(1000)))
        );
        Assert.Equal(
            [
                "time,net_pnl,cumulative_pnl,equity,drawdown_usd",
                "2024-01-02T14:30:00.000000000Z,0.00,0.00,1000.00,0.00",
                "2024-01-02T14:31:00.000000000Z,10.00,10.00,1010.00,0.00",
                "2024-01-02T14:33:00.000000000Z,-4.00,6.00,1006.00,4.00",
            ],
            lines
        );
    }

    [Fact]
    public void Days_have_their_return_on_the_equity_before()
    {
        var summary = PerformanceSummary.Of(Example.Result([], Example.Days(50, -21), Money.From(1000)));
        Assert.Equal(
            [
                "date,net_pnl,realised_pnl,trades,low,cumulative_pnl,equity,return",
                "2024-01-02,50.00,50.00,1,0.00,50.00,1050.00,0.05",
                "2024-01-03,-21.00,-21.00,1,-21.00,29.00,1029.00,-0.02",
            ],
            Written.Lines(into => DailyPnlCsv.Write(into, summary))
        );
    }

    [Fact]
    public void Drawdowns_say_when_they_began_and_whether_they_ended()
    {
        var summary = PerformanceSummary.Of(Example.Result(Example.Trades(100, -10, 10, -55), [], Money.From(1000)));
        Assert.Equal(
            [
                "peak_time,trough_time,recovery_time,depth_usd,depth_pct,peak_pnl,trades,duration_hours,recovery_hours",
                "2024-01-02T14:31:00.000000000Z,2024-01-02T14:33:00.000000000Z,2024-01-02T14:35:00.000000000Z,10.00,0.9090909090909091,100.00,2,0.06666666666666667,0.03333333333333333",
                "2024-01-02T14:35:00.000000000Z,2024-01-02T14:37:00.000000000Z,,55.00,5,100.00,1,6.4,",
            ],
            Written.Lines(into => DrawdownsCsv.Write(into, summary))
        );
    }

    [Fact]
    public void A_signal_carries_the_rule_that_stopped_it()
    {
        var at = Example.Open;
        SignalRecord[] signals =
        [
            new(at, 0, Side.Long, new Price(20_000), 1, double.NaN, null, 0, 0),
            new(at, 1, Side.Short, new Price(20_001), 1, 0.65, "size", 2, 1),
            new(at, 0, Side.Long, new Price(20_002), 0, double.NaN, "daily, \"hard\"", 50.25m, 50),
        ];
        var result = Example.Result([], [], null) with { Signals = signals };
        Assert.Equal(
            [
                "time,direction,price,contracts,model_confidence,outcome,rule,need,bound,seat",
                "2024-01-02T14:30:00.000000000Z,long,5000.00,1,,taken,,,,0",
                "2024-01-02T14:30:00.000000000Z,short,5000.25,1,0.65,reduced,size,2,1,1",
                "2024-01-02T14:30:00.000000000Z,long,5000.50,0,,refused,\"daily, \"\"hard\"\"\",50.25,50,0",
            ],
            Written.Lines(into => SignalsCsv.Write(into, result))
        );
    }
}

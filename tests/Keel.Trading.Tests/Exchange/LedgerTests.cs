using Keel.Domain;
using Keel.Trading.Exchange;
using Keel.Trading.Orders;
using Keel.Trading.Setup;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Trades computed by hand: entry at the open after bar 0, slippage 1 tick, stop 8 and target 12 ticks from the fill unless told.</summary>
public sealed class LedgerTests
{
    private const string Cons = "conservative";
    private const string Touch = "touch";
    private const string Best = "optimistic";
    private const string Real = "realistic";

    private const string Flat = "100 100 100 100 | ";
    private const string In = "100 100 100 100 | 100 102 99 101 | ";

    // columns: what happens, model, wishes, bars, trades (fills, reason, gross, slippage, fees, net; ? = ambiguous)
    public static TheoryData<string, string, string, string, string> Rows =>
        new()
        {
            { "stop", Cons, "0 long 8/12", In + "101 101 93 95", "long 101>92 stop -8.75 2.50 0.84 -12.09" },
            { "stop", Cons, "0 short 8/12", In + "100 107 99 106", "short 99>108 stop -8.75 2.50 0.84 -12.09" },
            {
                "a tick short of the stop",
                Cons,
                "0 long 8/12",
                In + "101 101 94 95",
                "long 101>94 endofdata -6.25 2.50 0.84 -9.59"
            },
            { "target traded through", Cons, "0 long 8/12", In + "101 114 100 113", "long 101>113 target 16.25 1.25 0.84 14.16" },
            { "target traded through", Cons, "0 short 8/12", In + "100 101 86 88", "short 99>87 target 16.25 1.25 0.84 14.16" },
            { "target touched", Cons, "0 long 8/12", In + "101 113 100 113", "long 101>112 endofdata 16.25 2.50 0.84 12.91" },
            { "target touched", Touch, "0 long 8/12", In + "101 113 100 113", "long 101>113 target 16.25 1.25 0.84 14.16" },
            { "target touched", Touch, "0 short 8/12", In + "100 101 87 88", "short 99>87 target 16.25 1.25 0.84 14.16" },
            { "target touched", Real, "0 short 8/12", In + "100 101 87 88", "short 99>89 endofdata 15.00 2.50 0.84 11.66" },
            { "target gapped over", Cons, "0 long 8/12", In + "120 121 119 120", "long 101>113 target 16.25 1.25 0.84 14.16" },
            { "stop and target", Cons, "0 long 8/12", In + "101 114 93 100", "long 101>92 stop -8.75 2.50 0.84 -12.09 ?" },
            { "stop and target", Touch, "0 short 8/12", In + "100 107 87 100", "short 99>108 stop -8.75 2.50 0.84 -12.09 ?" },
            {
                "stop, target only touched",
                Cons,
                "0 long 8/12",
                In + "101 113 93 100",
                "long 101>92 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "open beyond target, then stop",
                Cons,
                "0 long 8/12",
                In + "115 115 93 95",
                "long 101>92 stop -8.75 2.50 0.84 -12.09 ?"
            },
            { "gap through the stop", Cons, "0 long 8/12", In + "90 91 88 90", "long 101>89 stop -12.50 2.50 0.84 -15.84" },
            { "gap through the stop", Cons, "0 short 8/12", In + "110 112 108 109", "short 99>111 stop -12.50 2.50 0.84 -15.84" },
            {
                "gap decides before target",
                Touch,
                "0 long 8/12",
                In + "90 120 88 100",
                "long 101>89 stop -12.50 2.50 0.84 -15.84"
            },
            {
                "stop in the bar of entry",
                Cons,
                "0 long 8/12",
                Flat + "100 102 92 95",
                "long 101>92 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "both in the bar of entry",
                Cons,
                "0 long 8/12",
                Flat + "100 114 92 95",
                "long 101>92 stop -8.75 2.50 0.84 -12.09 ?"
            },
            {
                "target in the bar of entry",
                Cons,
                "0 long 8/12",
                Flat + "100 114 99 110",
                "long 101>113 target 16.25 1.25 0.84 14.16"
            },
            { "stop", Best, "0 long 8/12", Flat + "100 101 92 95", "long 100>92 stop -10.00 0.00 0.84 -10.84" },
            {
                "in at the close, not the open",
                Best,
                "0 long 8/12",
                Flat + "105 112 104 110",
                "long 100>112 target 15.00 0.00 0.84 14.16"
            },
            {
                "gap through the stop",
                Best,
                "0 short 8/12",
                Flat + "112 113 111 112",
                "short 100>112 stop -15.00 0.00 0.84 -15.84"
            },
            {
                "out at the close",
                Best,
                "0 long 8/12; 1 flat",
                In + "109 109 109 109",
                "long 100>101 signal 1.25 0.00 0.84 0.41"
            },
            { "both", Best, "0 long 8/12", Flat + "100 112 92 100", "long 100>92 stop -10.00 0.00 0.84 -10.84 ?" },
            {
                "half a second late",
                Real,
                "0 long 8/12",
                Flat + "100 106 99 104 | 104 105 97 98",
                "long 105>96 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "half a second late",
                Real,
                "0 short 8/12",
                Flat + "100 101 94 96 | 96 103 95 100",
                "short 95>104 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "late and stopped in one bar",
                Real,
                "0 long 8/12",
                Flat + "100 106 95 104",
                "long 105>96 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "late, no target in that bar",
                Real,
                "0 long 8/4",
                Flat + "100 120 99 101 | 101 107 100 106",
                "long 102>106 target 6.25 1.25 0.84 4.16"
            },
            { "out on a wish", Cons, "0 long 8/12; 1 flat", In + "105 106 104 105", "long 101>104 signal 6.25 2.50 0.84 2.91" },
            {
                "reversal",
                Cons,
                "0 long 8/12; 1 short 8/12",
                In + "105 106 104 105 | 105 112 104 111",
                "long 101>104 signal 6.25 2.50 0.84 2.91; short 104>113 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "below zero",
                Cons,
                "0 long 8/12",
                "-30 -30 -30 -30 | -30 -29 -31 -30 | -35 -34 -40 -38",
                "long -29>-38 stop -8.75 2.50 0.84 -12.09"
            },
            {
                "through zero",
                Cons,
                "0 short 8/12",
                "2 2 2 2 | 2 3 1 2 | 1 1 -12 -10",
                "short 1>-11 target 16.25 1.25 0.84 14.16"
            },
            {
                "gap below zero",
                Touch,
                "0 long 8/12",
                "3 3 3 3 | 3 3 3 3 | -37 -30 -40 -35",
                "long 4>-38 stop -50.00 2.50 0.84 -53.34"
            },
        };

    // the same with limit entries at the last close
    public static TheoryData<string, string, string, string, string> LimitRows =>
        new()
        {
            {
                "traded through",
                Cons,
                "0 long 8/12",
                Flat + "100 101 99 100 | 100 100 92 93",
                "long 100>91 stop -10.00 1.25 0.84 -12.09"
            },
            { "touched: not in", Cons, "0 long 8/12", Flat + "101 101 100 100 | 101 101 100 100", "" },
            {
                "touched",
                Touch,
                "0 long 8/12",
                Flat + "101 101 100 100 | 100 112 99 110",
                "long 100>112 target 15.00 0.00 0.84 14.16"
            },
            {
                "in and stopped in one bar",
                Cons,
                "0 long 8/12",
                Flat + "100 101 91 95",
                "long 100>91 stop -10.00 1.25 0.84 -12.09"
            },
            {
                "no target in that bar",
                Touch,
                "0 short 8/12",
                Flat + "100 100 80 90 | 90 90 88 89",
                "short 100>88 target 15.00 0.00 0.84 14.16"
            },
            {
                "gapped over: no better than its limit",
                Touch,
                "0 long 8/12",
                Flat + "95 96 94 95 | 95 95 92 93",
                "long 100>91 stop -10.00 1.25 0.84 -12.09"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Trades_are_as_computed_by_hand(string what, string model, string wishes, string bars, string trades)
    {
        var rules = TradedByCore.Rules(Enum.Parse<FillModel>(model, ignoreCase: true)) with
        {
            Latency = new Span(what.Contains("late", StringComparison.Ordinal) ? 500_000_000 : 0),
        };

        Assert.Equal(trades, new TradedByCore(rules, wishes).Over(Bars.Of(bars)));
    }

    [Theory]
    [MemberData(nameof(LimitRows))]
    public void Trades_entered_by_limit_are_as_computed_by_hand(
        string what,
        string model,
        string wishes,
        string bars,
        string trades
    )
    {
        var rules = TradedByCore.Rules(Enum.Parse<FillModel>(model, ignoreCase: true));
        var traded = new TradedByCore(rules, wishes, new EntryOrders(OrderType.Limit, 0)).Over(Bars.Of(bars));

        Assert.True(trades == traded, $"{what}: {traded}");
    }

    [Fact]
    public void Finer_bars_decide_what_one_bar_cannot()
    {
        var bars = Bars.Of("100 100 100 100 | 100 114 92 100");
        var up = Bars.Of("100 114 99 113 | 113 113 92 100", bars[1].OpenTime, seconds: 30);
        var down = Bars.Of("100 101 92 95 | 95 114 95 100", bars[1].OpenTime, seconds: 30);

        Assert.Equal("long 101>92 stop -8.75 2.50 0.84 -12.09 ?", Over([]));
        Assert.Equal("long 101>113 target 16.25 1.25 0.84 14.16", Over(up));
        Assert.Equal("long 101>92 stop -8.75 2.50 0.84 -12.09", Over(down));

        string Over(Keel.Domain.Markets.Bar[] finer)
        {
            var traded = new TradedByCore(TradedByCore.Rules(FillModel.Conservative), "0 long 8/12");
            var trading = new SimulatedTrading(traded.Core, traded.Exchange);
            trading.Run(bars, finer, Span.FromSeconds(30));
            trading.End();
            return traded.Told();
        }
    }
}

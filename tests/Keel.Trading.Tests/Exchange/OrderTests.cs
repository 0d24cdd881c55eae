using Keel.Domain;
using Keel.Trading.Exchange;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Orders of every kind over a few bars, computed by hand: fills as order:lots@price, then lots held and money (a tick is $1.25, a side $0.42).</summary>
public sealed class OrderTests
{
    private const string Cons = "conservative";
    private const string Touch = "touch";
    private const string Real = "realistic";

    public static TheoryData<string, string, string, string, string> Rows =>
        new()
        {
            // stop-limits: in the same bar only when the bar cannot have gone otherwise
            { "limit beyond the bar: certain", Cons, "1 buy 1 stoplimit 102 106", "100 105 99 104", "1:1@103 | 1 -129.17" },
            {
                "never beyond the limit, slippage capped",
                Cons,
                "1 buy 1 stoplimit 105 105",
                "100 105 99 104",
                "1:1@105 | 1 -131.67"
            },
            { "closed through the limit: certain", Cons, "1 buy 1 stoplimit 102 103", "100 105 99 102", "1:1@103 | 1 -129.17" },
            { "closed at the limit: not certain", Cons, "1 buy 1 stoplimit 102 103", "100 105 99 103", "| 0 0.00" },
            {
                "then a limit in the next bar",
                Cons,
                "1 buy 1 stoplimit 102 103",
                "100 105 99 104 | 104 104 102 103",
                "1:1@103 | 1 -129.17"
            },
            { "gapped beyond the limit, came back", Cons, "1 buy 1 stoplimit 102 103", "105 106 102 105", "1:1@103 | 1 -129.17" },
            { "gapped beyond the limit, stayed", Cons, "1 buy 1 stoplimit 102 103", "105 106 103 105", "| 0 0.00" },
            { "gapped between stop and limit", Cons, "1 sell 1 stoplimit 98 90", "95 96 85 88", "1:1@94 | -1 117.08" },
            // trailing stops, by the exchange's hand
            {
                "follows the high of the bar before",
                Cons,
                "1 sell 1 trail 95 by 5",
                "100 104 100 104 | 104 104 99 100",
                "1:1@98 | -1 122.08"
            },
            { "follows the open at once", Cons, "1 sell 1 trail 95 by 5", "106 107 101 103", "1:1@100 | -1 124.58" },
            {
                "high and low in one bar: the worst in between",
                Cons,
                "1 sell 1 trail 90 by 5",
                "100 107 96 106",
                "1:1@95 | -1 118.33"
            },
            {
                "never goes back",
                Cons,
                "1 buy 1 trail 105 by 5",
                "100 101 97 98 | 98 101 98 101 | 101 102 100 101",
                "1:1@103 | 1 -129.17"
            },
            { "gap", Cons, "1 sell 1 trail 95 by 5", "90 91 89 90", "1:1@89 | -1 110.83" },
            // time in force
            { "at once or never: at once", Cons, "1 buy 2 limit 102 ioc", "100 101 99 100", "1:2@101 | 2 -253.34" },
            { "at once or never: never", Cons, "1 buy 2 limit 100 ioc", "100 101 90 100 | 90 90 90 90", "1:ended | 0 0.00" },
            {
                "at once, and the rest never",
                Real,
                "1 buy 5 market ioc",
                "100 101 99 100 x30 | 100 100 100 100",
                "1:3@101 1:ended | 3 -380.01"
            },
            // a share of the volume
            {
                "a market order over three bars",
                Real,
                "1 buy 7 market",
                "100 101 99 100 x30 | 102 103 101 102 x30 | 104 104 104 104 x30",
                "1:3@101 1:3@103 1:1@105 | 7 -899.19"
            },
            {
                "a limit over two bars",
                Real,
                "1 sell 5 limit 102",
                "100 103 99 100 x30 | 101 103 99 100 x30",
                "1:3@102 1:2@102 | -5 635.40"
            },
            {
                "a stop, the rest at the next open",
                Real,
                "1 sell 5 stop 98",
                "100 101 97 99 x30 | 90 90 90 90 x30",
                "1:3@97 1:2@89 | -5 584.15"
            },
            {
                "a volume of nothing still trades a lot",
                Real,
                "1 buy 2 market",
                "100 100 100 100 x0 | 100 100 100 100 x5",
                "1:1@101 1:1@101 | 2 -253.34"
            },
            // groups
            {
                "the stop ends the target",
                Cons,
                "1 sell 2 stop 95 group 7; 2 sell 2 limit 105 group 7 target",
                "100 110 94 100",
                "1:2@94? 2:ended | -2 234.16"
            },
            {
                "the target ends the stop",
                Touch,
                "1 sell 2 stop 95 group 7; 2 sell 2 limit 105 group 7 target",
                "100 105 96 100 | 90 90 90 90",
                "2:2@105 1:ended | -2 261.66"
            },
            {
                "part of one leg shrinks the other",
                Real,
                "1 sell 5 stop 95 group 7; 2 sell 5 limit 105 group 7",
                "100 106 96 100 x30 | 100 100 94 95 x900",
                "2:3@105 1:now-2 1:2@94 2:ended | -5 626.65"
            },
            {
                "groups do not know each other",
                Cons,
                "1 sell 1 limit 105 group 7; 2 sell 1 limit 105 group 8",
                "100 106 96 100",
                "1:1@105 2:1@105 | -2 261.66"
            },
            // brackets
            {
                "stop of a bracket",
                Cons,
                "1 buy 2 market bracket 8/12",
                "100 102 99 100 | 100 100 93 95",
                "1:2@101 11:2@92 12:ended | 0 -24.18"
            },
            {
                "target of a bracket",
                Cons,
                "1 sell 2 market bracket 8/12",
                "100 102 99 100 | 100 100 86 95",
                "1:2@99 12:2@87 11:ended | 0 28.32"
            },
            {
                "children of what has filled",
                Real,
                "1 buy 5 market bracket 8/12",
                "100 102 99 100 x30 | 100 101 99 100 x30 | 100 114 99 113 x900",
                "1:3@101 1:2@101 11:now-5 12:now-5 12:5@113 11:ended | 0 70.80"
            },
            {
                "a bracket that is done ends its entry",
                Real,
                "1 buy 5 limit 100 bracket 8/12",
                "100 101 99 100 x30 | 100 101 91 95 x900",
                "1:3@100 11:3@91 12:ended 1:ended | 0 -36.27"
            },
            {
                "no target in the bar of a limit entry",
                Touch,
                "1 buy 1 limit 100 bracket 8/12",
                "100 113 99 100",
                "1:1@100 | 1 -125.42"
            },
            // rejects
            { "no lots", Cons, "1 buy 0 market", "100 100 100 100", "1:rejected | 0 0.00" },
            { "fewer than no lots", Cons, "1 sell -3 market", "100 100 100 100", "1:rejected | 0 0.00" },
            { "a number used twice", Cons, "1 buy 1 limit 90; 1 buy 1 limit 91", "100 100 100 100", "1:rejected | 0 0.00" },
            { "a trail of nothing", Cons, "1 sell 1 trail 95 by 0", "100 100 100 100", "1:rejected | 0 0.00" },
            { "a stop cannot be for now only", Cons, "1 sell 1 stop 95 ioc", "100 100 100 100", "1:rejected | 0 0.00" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Orders_fill_as_computed_by_hand(string what, string model, string orders, string bars, string told)
    {
        var trader = new Trader(TradedByCore.Rules(Enum.Parse<FillModel>(model, ignoreCase: true)));
        trader.Send(orders);

        var heard = trader.Over(bars).TrimStart();

        Assert.True(told == heard, $"{what}: {heard}");
    }

    [Theory]
    [InlineData("the stop with its slippage lies within", "1 sell 1 stop 95", "100 100 94 95", "1:1@94 | -1 117.08")]
    [InlineData("slippage is cut at the protection price", "1 sell 1 stop 95", "100 100 80 82", "1:1@94 | -1 117.08")]
    [InlineData("a gap within", "1 sell 1 stop 95", "94 94 93 93", "1:1@93 | -1 115.83")]
    [InlineData("a gap beyond: it rests", "1 sell 1 stop 95", "90 91 88 90 | 90 92 89 90", "| 0 0.00")]
    [InlineData("and fills when the price is back", "1 sell 1 stop 95", "90 91 88 90 | 90 94 89 90", "1:1@93 | -1 115.83")]
    [InlineData("even in the same bar", "1 sell 1 stop 95", "90 94 88 90", "1:1@93 | -1 115.83")]
    public void A_protected_stop_rests_at_its_protection_price(string what, string orders, string bars, string told)
    {
        var trader = new Trader(TradedByCore.Rules(FillModel.Conservative) with { Protection = 2 });
        trader.Send(orders);

        var heard = trader.Over(bars).TrimStart();

        Assert.True(told == heard, $"{what}: {heard}");
    }

    [Fact]
    public void Slippage_never_goes_beyond_the_protection_price()
    {
        var trader = new Trader(TradedByCore.Rules(FillModel.Conservative, slip: 4) with { Protection = 2 });
        trader.Send("1 sell 1 stop 95");

        Assert.Equal("1:1@93 | -1 115.83", trader.Over("100 100 80 82"));
    }

    [Fact]
    public void A_day_order_ends_with_the_members_trading_day()
    {
        var trader = new Trader(TradedByCore.Rules(FillModel.Conservative));
        trader.Send("1 buy 1 limit 90 day; 2 buy 1 limit 89");
        trader.Over("100 100 95 95");
        trader.Day++;

        Assert.Equal("1:ended 2:1@89 | 1 -111.67", trader.Over(Bars.Of("88 89 80 85", Bars.Start + Span.FromHours(24))));
    }
}

using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;
using Keel.Trading.Exchange;

namespace Keel.Trading.Tests.Exchange;

/// <summary>What the exchange itself forbids: trading while closed, beyond the day's limits, against a locked market.</summary>
public sealed class ExchangeRuleTests
{
    // 2024-01-02 14:58 Chicago; the next morning's limits are counted from the last price before 15:00. 7 % below 20,000 is 18,600.
    private static readonly Timestamp Afternoon = Timestamp.Parse("2024-01-02T20:58:00Z");
    private static readonly Timestamp Morning = Timestamp.Parse("2024-01-03T14:40:00Z");
    private static readonly Timestamp Night = Timestamp.Parse("2024-01-03T01:00:00Z");

    private static readonly FillRules Limited = TradedByCore.Rules(FillModel.Touch) with
    {
        LimitsOf = InstrumentTable.Find("MES"),
    };

    [Theory]
    [InlineData("sell at the market", "1 sell 1 market", "18600 18600 18600 18600", "| 0 0.00")]
    [InlineData("sell stop", "1 sell 1 stop 18700", "18600 18600 18600 18600", "| 0 0.00")]
    [InlineData("sell limit at the limit", "1 sell 1 limit 18600", "18600 18600 18600 18600", "| 0 0.00")]
    [InlineData("buy at the market", "1 buy 1 market", "18600 18600 18600 18600", "1:1@18601 | 1 -23251.67")]
    [InlineData("buy limit at the limit", "1 buy 1 limit 18600", "18600 18600 18600 18600", "1:1@18600 | 1 -23250.42")]
    [InlineData(
        "sell once it trades above",
        "1 sell 1 stop 18700",
        "18600 18600 18600 18600 | 18600 18620 18600 18610",
        "1:1@18600 | -1 23249.58"
    )]
    [InlineData("sell on the way down", "1 sell 1 stop 18700", "19000 19000 18600 18600", "1:1@18699 | -1 23373.33")]
    [InlineData("slippage ends at the limit", "1 sell 1 stop 18600", "19000 19000 18600 18600", "1:1@18600 | -1 23249.58")]
    [InlineData("a stop beyond the band", "1 sell 1 stop 18599", "19000 19000 18600 18600", "1:rejected | 0 0.00")]
    [InlineData("a limit beyond the band", "1 buy 1 limit 18599", "19000 19000 18600 18600", "1:rejected | 0 0.00")]
    public void At_limit_down_nobody_sells(string what, string orders, string bars, string told)
    {
        var trader = new Trader(Limited);
        trader.Over(Bars.Of("20100 20100 19990 20000", Afternoon));
        trader.Over(Bars.Of("19500 19500 19500 19500", Morning));
        trader.Send(orders);

        var heard = trader.Over(Bars.Of(bars, Morning + Span.FromMinutes(1))).TrimStart();

        Assert.True(told == heard, $"{what}: {heard}");
    }

    [Theory]
    [InlineData("1 buy 1 market", "| 0 0.00")]
    [InlineData("1 sell 1 market", "1:1@21399 | -1 26748.33")]
    [InlineData("1 buy 1 limit 21401", "1:rejected | 0 0.00")]
    public void At_limit_up_nobody_buys(string orders, string told)
    {
        var trader = new Trader(Limited);
        trader.Over(Bars.Of("20000 20000 20000 20000", Afternoon));
        trader.Over(Bars.Of("20500 20500 20500 20500", Night));
        trader.Send(orders);

        Assert.Equal(told, trader.Over(Bars.Of("21400 21400 21400 21400", Night + Span.FromMinutes(1))).TrimStart());
    }

    [Fact]
    public void Beyond_the_first_level_the_next_one_holds()
    {
        var trader = new Trader(Limited);
        trader.Over(Bars.Of("20000 20000 20000 20000", Afternoon));
        trader.Over(Bars.Of("18600 18600 18600 18600 | 18500 18500 18400 18400", Morning));
        trader.Send("1 sell 1 limit 17399; 2 sell 1 limit 17400; 3 sell 1 market");

        Assert.Equal(
            "1:rejected 3:1@18299 2:1@17400 | -2 44622.91",
            trader.Over(Bars.Of("18300 18300 18300 18300", Morning + Span.FromMinutes(2)))
        );
    }

    [Fact]
    public void On_the_first_day_there_is_no_limit_to_know()
    {
        var trader = new Trader(Limited);
        trader.Over(Bars.Of("20000 20000 20000 20000", Morning));
        trader.Send("1 sell 1 limit 5");

        Assert.Equal(1, trader.Exchange.Count);
    }

    [Fact]
    public void Nothing_fills_while_the_exchange_is_closed()
    {
        // The hour after 16:00 Chicago is a break: 22:00 to 23:00 in London's winter.
        var trader = new Trader(TradedByCore.Rules(FillModel.Touch) with { Hours = TradingCalendar.EquityIndex });
        trader.Send("1 buy 1 market; 2 sell 1 limit 105; 3 sell 1 stop 95");
        trader.Over(Bars.Of("100 110 90 100", Timestamp.Parse("2024-01-02T22:30:00Z")));
        Assert.Equal(3, trader.Exchange.Count);

        Assert.Equal(
            "1:1@101 3:1@94 2:1@105 | -1 121.24",
            trader.Over(Bars.Of("100 110 90 100", Timestamp.Parse("2024-01-02T23:00:00Z"))).TrimStart()
        );
    }

    [Fact]
    public void Day_orders_end_with_the_session()
    {
        var trader = new Trader(TradedByCore.Rules(FillModel.Touch) with { Hours = TradingCalendar.EquityIndex });
        trader.Over(Bars.Of("100 100 100 100", Timestamp.Parse("2024-01-02T21:58:00Z")));
        trader.Send("1 buy 1 limit 95 day; 2 buy 1 limit 94");
        trader.Over(Bars.Of("100 100 100 100", Timestamp.Parse("2024-01-02T21:59:00Z")));
        Assert.Equal(2, trader.Exchange.Count);

        Assert.Equal(
            "1:ended 2:1@94 | 1 -117.92",
            trader.Over(Bars.Of("92 92 90 91", Timestamp.Parse("2024-01-02T23:00:00Z"))).TrimStart()
        );
    }

    [Fact]
    public void A_halt_stops_trading_until_it_ends()
    {
        var halt = new TimeRange(Bars.Start + Span.FromMinutes(1), Bars.Start + Span.FromMinutes(3));
        var trader = new Trader(TradedByCore.Rules(FillModel.Touch) with { Halts = [halt] });
        trader.Send("1 buy 1 limit 95");

        Assert.Equal("1:1@95 | 1 -119.17", trader.Over("100 100 99 99 | 99 99 90 90 | 90 90 80 80 | 94 94 93 93").TrimStart());
        Assert.Equal(Bars.Start + Span.FromMinutes(3), new Timestamp(trader.Reports[^1].At));
    }

    [Fact]
    public void A_halt_stops_trading_among_quotes_too()
    {
        var halt = new TimeRange(Bars.Start + Span.FromSeconds(3), Bars.Start + Span.FromSeconds(5));
        var trader = new Trader(TradedByCore.Rules(FillModel.Touch) with { Halts = [halt] }, events: true);

        // Sent at second 2, through the price at 3 and 4 while halted, and at the market at 5.
        Assert.Equal("1:1@95 | 1 -119.17", trader.Through("q 99x5 101x5; > 1 buy 1 limit 95; q 80x5 81x5; t 80x1; q 92x5 93x5"));
    }

    [Fact]
    public void The_core_leaves_when_its_stop_lies_beyond_the_days_limit()
    {
        var traded = new TradedByCore(Limited, "1 long 8/0");
        var bars = Bars.Of("20000 20000 20000 20000", Afternoon)
            .Concat(Bars.Of("18605 18605 18605 18605 | 18605 18610 18602 18605 | 18604 18604 18601 18603", Morning))
            .ToArray();

        // In at 18,606; the stop at 18,598 is refused, and a position without one is closed at the same open.
        Assert.Equal("long 18606>18604 stop 0.00 2.50 0.84 -3.34", traded.Over(bars));
    }
}

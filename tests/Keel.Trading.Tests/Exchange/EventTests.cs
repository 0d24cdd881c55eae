using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Exchange;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Orders among quotes, trades and books, computed by hand: fills as order:lots@price, then lots held and money (a tick is $1.25, a side $0.42).</summary>
public sealed class EventTests
{
    private const string Cons = "conservative";
    private const string Touch = "touch";
    private const string Real = "realistic";

    public static TheoryData<string, string, string, string> Rows =>
        new()
        {
            // market orders
            { "pays the offer", Cons, "q 99x5 101x5; > 1 buy 3 market", "1:3@101 | 3 -380.01" },
            { "sells at the bid", Cons, "q 99x5 101x5; > 1 sell 3 market", "1:3@99 | -3 369.99" },
            {
                "a tick for each level beyond the quote",
                Cons,
                "q 99x5 101x2; > 1 buy 5 market",
                "1:2@101 1:2@102 1:1@103 | 5 -638.35"
            },
            {
                "what is taken is gone until the next quote",
                Cons,
                "q 99x5 101x2; > 1 buy 2 market; > 2 buy 1 market; q 99x5 101x2; > 3 buy 1 market",
                "1:2@101 2:1@102 3:1@101 | 4 -507.93"
            },
            {
                "levels of the book, then ticks beyond",
                Cons,
                "b 99x5 / 101x1 103x2 106x1; > 1 buy 6 market",
                "1:1@101 1:2@103 1:1@106 1:1@107 1:1@108 | 6 -787.52"
            },
            { "waits for the first price", Cons, "> 1 buy 1 market; q 99x5 101x5", "1:1@101 | 1 -126.67" },
            { "trades alone: the last one and slippage", Cons, "t 100x5; > 1 buy 2 market", "1:2@101 | 2 -253.34" },
            { "nobody offers", Cons, "q 99x5 101x0; > 1 buy 1 market; q 99x5 103x1", "1:1@103 | 1 -129.17" },
            // stops
            {
                "a trade sets it off, the bid pays",
                Cons,
                "q 99x5 101x5; > 1 sell 1 stop 98; q 97x5 98x5; t 98x1",
                "1:1@97 | -1 120.83"
            },
            {
                "never better than the trade that set it off",
                Cons,
                "q 99x5 101x5; > 1 sell 1 stop 98; t 96x1",
                "1:1@96 | -1 119.58"
            },
            { "a quote alone does not", Cons, "q 99x5 101x5; > 1 sell 1 stop 98; q 90x5 91x5", "| 0 0.00" },
            {
                "through levels",
                Cons,
                "q 99x2 101x5; > 1 sell 5 stop 98; q 98x2 99x5; t 98x1",
                "1:2@98 1:2@97 1:1@96 | -5 605.40"
            },
            {
                "a trailing stop follows trades",
                Cons,
                "q 99x5 101x5; > 1 sell 1 trail 95 by 4; t 103x1; q 99x5 100x5; t 99x1",
                "1:1@99 | -1 123.33"
            },
            {
                "a stop-limit beyond its limit rests",
                Real,
                "q 99x5 101x5; > 1 buy 1 stoplimit 102 103; q 104x5 105x5; t 105x1; q 102x5 103x2",
                "1:1@103 | 1 -129.17"
            },
            // limits
            { "marketable: pays the offer", Cons, "q 99x5 101x5; > 1 buy 2 limit 103", "1:2@101 | 2 -253.34" },
            {
                "marketable in part, the rest leads the queue",
                Real,
                "q 99x5 101x2; > 1 buy 4 limit 101; t 101x1 s",
                "1:2@101 1:1@101 | 3 -380.01"
            },
            { "at once or never", Real, "q 99x5 101x2; > 1 buy 4 limit 101 ioc", "1:2@101 1:ended | 2 -253.34" },
            { "a trade at the price", Touch, "q 99x5 101x5; > 1 buy 2 limit 99; t 99x1 s", "1:2@99 | 2 -248.34" },
            { "a trade at the price is not through", Cons, "q 99x5 101x5; > 1 buy 2 limit 99; t 99x99 s", "| 0 0.00" },
            { "a trade through", Cons, "q 99x5 101x5; > 1 buy 2 limit 99; t 98x1 s", "1:2@99 | 2 -248.34" },
            { "a quote through", Cons, "q 99x5 101x5; > 1 buy 2 limit 99; q 97x5 98x5", "1:2@99 | 2 -248.34" },
            { "behind five: four trade", Real, "q 99x5 101x5; > 1 buy 2 limit 99; t 99x4 s", "| 0 0.00" },
            { "behind five: six trade", Real, "q 99x5 101x5; > 1 buy 2 limit 99; t 99x4 s; t 99x2 s", "1:1@99 | 1 -124.17" },
            { "a buyer's trade does not eat buyers", Real, "q 99x5 101x5; > 1 buy 2 limit 99; t 99x9 b", "| 0 0.00" },
            {
                "who comes later stands behind",
                Real,
                "q 99x5 101x5; > 1 buy 2 limit 99; q 99x50 101x5; t 99x6 s",
                "1:1@99 | 1 -124.17"
            },
            {
                "cancels are spread over the queue",
                Real,
                "q 99x8 101x5; > 1 buy 2 limit 99; q 99x16 101x5; q 99x8 101x5; t 99x5 s",
                "1:1@99 | 1 -124.17"
            },
            {
                "what traded was not cancelled",
                Real,
                "q 99x8 101x5; > 1 buy 2 limit 99; t 99x4 s; q 99x4 101x5; t 99x5 s",
                "1:1@99 | 1 -124.17"
            },
            { "alone between bid and offer", Real, "q 99x5 103x5; > 1 buy 2 limit 101; t 101x1 s", "1:1@101 | 1 -126.67" },
            { "a level not shown has no queue to stand in", Real, "q 99x5 101x5; > 1 buy 1 limit 97; t 97x50 s", "| 0 0.00" },
            { "until it becomes the bid", Real, "q 99x5 101x5; > 1 buy 1 limit 97; q 97x3 98x5; t 97x4 s", "1:1@97 | 1 -121.67" },
            { "a level of the book", Real, "b 99x5 97x3 / 101x5; > 1 buy 1 limit 97; t 97x4 s", "1:1@97 | 1 -121.67" },
            {
                "two orders share a trade",
                Real,
                "q 99x2 101x5; > 1 buy 1 limit 99; > 2 buy 1 limit 99; t 99x3 s",
                "1:1@99 | 1 -124.17"
            },
            {
                "sellers come to the price, no buyers left",
                Real,
                "q 99x5 101x5; > 1 buy 3 limit 99; q 98x5 99x2",
                "1:2@99 | 2 -248.34"
            },
            { "locked quote with buyers at the price", Real, "q 99x5 101x5; > 1 buy 3 limit 99; q 99x4 99x2", "| 0 0.00" },
            {
                "part of one leg shrinks the other",
                Real,
                "q 99x5 101x2; > 1 sell 5 limit 101 group 7; > 2 sell 5 stop 97 group 7; t 101x5 b; q 97x9 98x9; t 97x1",
                "1:3@101 2:now-2 2:2@97 1:ended | -5 619.15"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Orders_fill_as_computed_by_hand(string what, string model, string events, string told)
    {
        var rules = TradedByCore.Rules(Enum.Parse<FillModel>(model, ignoreCase: true));

        var heard = new Trader(rules, events: true).Through(events);

        Assert.True(told == heard, $"{what}: {heard}");
    }

    [Theory]
    [InlineData("a cancel in time", "q 99x5 101x5; > 1 buy 1 limit 99; t 99x3 s; > 1 cancel; t 99x9 s", "1:ended | 0 0.00")]
    [InlineData(
        "a cancel that comes too late",
        "q 99x5 101x5; > 1 buy 1 limit 99; t 99x3 s; > 1 cancel; wait 0.2; t 99x9 s",
        "1:1@99 1:too-late | 1 -124.17"
    )]
    [InlineData("an order that comes too late", "q 99x5 101x5; > 1 buy 1 market; wait 0.2; q 109x5 110x5", "1:1@110 | 1 -137.92")]
    [InlineData("an order in time", "q 99x5 101x5; > 1 buy 1 market; wait 0.3; q 109x5 110x5", "1:1@101 | 1 -126.67")]
    [InlineData(
        "a place in the queue is taken on arrival",
        "q 99x5 101x5; > 1 buy 1 limit 99; wait 0.1; q 99x9 101x5; t 99x6 s",
        "| 0 0.00"
    )]
    public void A_command_acts_when_it_arrives(string what, string events, string told)
    {
        var rules = TradedByCore.Rules(FillModel.Realistic) with { Latency = new Span(250_000_000) };

        var heard = new Trader(rules, events: true).Through(events);

        Assert.True(told == heard, $"{what}: {heard}");
    }

    [Fact]
    public void Quotes_set_off_stops_where_the_rules_say_so()
    {
        var rules = TradedByCore.Rules(FillModel.Conservative) with { StopTrigger = StopTrigger.Quotes };

        Assert.Equal(
            "1:1@98 | -1 122.08",
            new Trader(rules, events: true).Through("q 99x5 101x5; > 1 sell 1 stop 98; t 97x5; q 98x5 101x5")
        );
    }

    [Fact]
    public void A_protected_stop_takes_what_is_within_and_rests()
    {
        var rules = TradedByCore.Rules(FillModel.Conservative) with { Protection = 1 };

        Assert.Equal(
            "1:2@98 1:2@97 1:1@97 | -5 606.65",
            new Trader(rules, events: true).Through("q 99x2 101x5; > 1 sell 5 stop 98; q 98x2 99x5; t 98x1; t 98x1")
        );
    }

    [Fact]
    public void A_strategy_trades_on_trades_and_quotes_through_the_core()
    {
        var traded = new TradedByCore(
            TradedByCore.Rules(FillModel.Realistic) with
            {
                Latency = new Span(100_000_000),
            },
            "0 long 8/12"
        );
        var session = new SimulatedEvents(traded.Core, traded.Exchange);
        var bars = Bars.Of("100 100 100 100 | 100 112 100 112");
        var at = bars[1].OpenTime;
        Quote[] quotes =
        [
            Quote(at + new Span(50_000_000), 100),
            Quote(at + Span.FromSeconds(2), 111),
            Quote(at + Span.FromSeconds(4), 113),
        ];

        session.Run([], quotes, bars);
        session.End();

        // In at the offer of 101 a tenth of a second after the close, its target 113 once the bid is beyond nobody else's offer.
        Assert.Equal("long 101>113 target 15.00 0.00 0.84 14.16", traded.Told());
        Assert.Equal(at + new Span(100_000_000), traded.Trades[0].EntryTime);
    }

    private static Quote Quote(Timestamp at, long bid) =>
        new(at, new Price(bid), new Quantity(5), new Price(bid + 1), new Quantity(5));
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Exchange;
using Keel.Trading.Exchange.Slippage;

namespace Keel.Trading.Tests.Exchange;

public sealed class SlippageTests
{
    [Theory]
    [InlineData("2024-01-02T14:29:59Z", 2)]
    [InlineData("2024-01-02T14:30:00Z", 1)]
    [InlineData("2024-01-02T20:59:59Z", 1)]
    [InlineData("2024-01-02T21:00:00Z", 2)]
    [InlineData("2024-07-02T13:30:00Z", 1)]
    [InlineData("2024-07-03T17:15:00Z", 2)]
    public void Regular_hours_cost_one_tick_and_all_others_two(string at, int ticks) =>
        Assert.Equal(ticks, SlippageRule.BySession(TradingCalendar.EquityIndex).Ticks(Timestamp.Parse(at)));

    [Theory]
    [InlineData(20, 1)] // 20 is not more than twice the average
    [InlineData(40, 3)] // 2.5 times the average
    [InlineData(70, 4)] // beyond four times
    public void A_wild_market_costs_two_to_four_ticks(int lastRange, int ticks)
    {
        var rule = SlippageRule.ByRange(Span.FromSeconds(60));
        for (var i = 0; i < 420; i++)
        {
            rule.Watch(Bar(i, 10));
        }

        Assert.Equal(1, rule.Ticks(Bars.Start));
        for (var i = 420; i < 434; i++)
        {
            rule.Watch(Bar(i, lastRange));
        }

        Assert.Equal(ticks, rule.Ticks(Bars.Start));
    }

    [Fact]
    public void Before_its_averages_are_known_the_market_counts_as_quiet()
    {
        var rule = SlippageRule.ByRange(Span.FromSeconds(60));
        for (var i = 0; i < 100; i++)
        {
            rule.Watch(Bar(i, i < 80 ? 1 : 100));
        }

        Assert.Equal(1, rule.Ticks(Bars.Start));
    }

    [Theory]
    [InlineData(100, 101, 1)]
    [InlineData(100, 102, 1)]
    [InlineData(100, 103, 2)]
    [InlineData(100, 100, 0)]
    public void Half_the_spread_is_paid(long bid, long ask, int ticks)
    {
        var rule = SlippageRule.BySpread(unquoted: 7);
        Assert.Equal(7, rule.Ticks(Bars.Start));

        rule.Watch(new Quote(Bars.Start, new Price(bid), new Quantity(1), new Price(ask), new Quantity(1)));

        Assert.Equal(ticks, rule.Ticks(Bars.Start));
    }

    [Theory]
    [InlineData(-301, 0)]
    [InlineData(-300, 3)]
    [InlineData(0, 4)]
    [InlineData(60, 4)]
    [InlineData(61, 3)]
    [InlineData(300, 3)]
    [InlineData(301, 0)]
    public void Events_cost_more_within_their_windows(int seconds, int ticks)
    {
        var rule = SlippageRule.AroundEvents([
            new SlippageEvent(Bars.Start + Span.FromHours(24), Span.FromMinutes(5), 2),
            new SlippageEvent(Bars.Start, Span.FromMinutes(5), 3),
            new SlippageEvent(Bars.Start, Span.FromMinutes(1), 4),
            new SlippageEvent(Bars.Start + Span.FromHours(-24), Span.FromMinutes(5), 2),
        ]);

        Assert.Equal(2, rule.Ticks(Bars.Start + Span.FromHours(24)));
        Assert.Equal(ticks, rule.Ticks(Bars.Start + Span.FromSeconds(seconds)));
        Assert.Equal(2, rule.Ticks(Bars.Start + Span.FromHours(-24)));
        Assert.Equal(ticks, rule.Ticks(Bars.Start + Span.FromSeconds(seconds)));
    }

    [Fact]
    public void Of_several_rules_the_largest_counts()
    {
        var rule = SlippageRule.Largest(
            SlippageRule.BySession(TradingCalendar.EquityIndex),
            SlippageRule.AroundEvents([new SlippageEvent(Bars.Start, Span.FromMinutes(1), 4)]),
            SlippageRule.ByRange(Span.FromSeconds(60))
        );

        Assert.True(rule.Watches);
        Assert.Equal(4, rule.Ticks(Bars.Start));
        Assert.Equal(1, rule.Ticks(Bars.Start + Span.FromMinutes(2)));
        Assert.Equal(2, rule.Ticks(Bars.Start + Span.FromHours(8)));
    }

    [Fact]
    public void The_exchange_shows_every_bar_to_a_rule_that_measures()
    {
        var rules = TradedByCore.Rules(FillModel.Touch) with { Slippage = SlippageRule.ByRange(Span.FromSeconds(60)) };
        var bars = new Bar[440];
        for (var i = 0; i < bars.Length; i++)
        {
            bars[i] = Bar(i, i < 420 ? 10 : 70);
        }

        // In at the open of bar 435: four ticks; out at the last close: four again.
        Assert.Equal("long 104>96 endofdata 0.00 10.00 0.84 -10.84", new TradedByCore(rules, "434 long 200/0").Over(bars));
    }

    private static Bar Bar(int minute, int range) =>
        new(
            Bars.Start + Span.FromSeconds(60L * minute),
            new Price(100),
            new Price(100 + range),
            new Price(100),
            new Price(100),
            new Quantity(10)
        );
}

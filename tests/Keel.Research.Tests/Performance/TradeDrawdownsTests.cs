using Keel.Domain;
using Keel.Research.Performance;

namespace Keel.Research.Tests.Performance;

public sealed class TradeDrawdownsTests
{
    [Fact]
    public void The_maximum_begins_at_zero_with_the_data()
    {
        var found = Of(-5, -3).Phases.Single();
        Assert.Equal((Example.Open, Money.From(8), Money.Zero), (found.Peak, found.Depth, found.Maximum));
        Assert.Null(found.Recovery);
        Assert.Equal(Span.FromMinutes(389), found.Duration);
    }

    [Fact]
    public void A_drawdown_ends_with_the_trade_that_reaches_the_maximum_again()
    {
        var found = Of(10, -4, -2, 6, 1).Phases.Single();
        Assert.Equal(Minute(1), found.Peak);
        Assert.Equal(Minute(5), found.Trough);
        Assert.Equal(Minute(7), found.Recovery);
        Assert.Equal((Money.From(6), Money.From(10), 3), (found.Depth, found.Maximum, found.Trades));
        Assert.Equal(Span.FromMinutes(2), found.TimeToRecover);
        Assert.Equal(6 / 110.0, found.Share(Money.From(100)));
    }

    [Fact]
    public void The_deepest_and_the_longest_may_be_two()
    {
        var all = Of(10, -9, 9, -1, 0, 0, 1, 5);
        Assert.Equal(Money.From(9), all.Greatest!.Depth);
        Assert.Equal(Money.From(1), all.Longest!.Depth);
        Assert.Equal(Span.FromMinutes(8), all.Longest.Duration);
    }

    [Fact]
    public void Gains_alone_have_no_drawdown()
    {
        var all = Of(1, 0, 2);
        Assert.Empty(all.Phases);
        Assert.Null(all.Greatest);
        Assert.Null(all.Longest);
    }

    private static TradeDrawdowns Of(params decimal[] nets) =>
        TradeDrawdowns.Of(Example.Trades(nets), Example.Open, Example.Open + Span.FromMinutes(389));

    private static Timestamp Minute(int minute) => Example.Open + Span.FromMinutes(minute);
}

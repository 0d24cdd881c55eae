using FsCheck.Fluent;
using Keel.Domain;

namespace Keel.Indicators.Tests.Extremes;

public sealed class ChannelTests
{
    [Fact]
    public void It_reaches_from_the_lowest_low_to_the_highest_high()
    {
        var channel = new Channel(2);
        channel.Update(Bars.Of(high: 12, low: 8, close: 10));
        channel.Update(Bars.Of(high: 11, low: 9, close: 10));
        Assert.True(channel.IsWarm);
        Assert.Equal((new Price(12), new Price(8)), (channel.HighestHigh, channel.LowestLow));

        channel.Update(Bars.Of(high: 10, low: -4, close: -2));
        Assert.Equal((new Price(11), new Price(-4)), (channel.HighestHigh, channel.LowestLow));
    }

    [Fact]
    public void It_is_what_looking_through_the_bars_finds() =>
        Property.Holds(
            from period in Property.Periods
            from ticks in Property.Ticks
            select (period, ticks),
            200,
            given =>
            {
                var bars = Bars.Around(given.ticks);
                var channel = new Channel(given.period);
                for (var index = 0; index < bars.Length; index++)
                {
                    channel.Update(in bars[index]);
                    var window = bars[Math.Max(0, index - given.period + 1)..(index + 1)];
                    Assert.Equal(window.Max(bar => bar.High), channel.HighestHigh);
                    Assert.Equal(window.Min(bar => bar.Low), channel.LowestLow);
                    Assert.Equal(index + 1 >= channel.WarmUp, channel.IsWarm);
                }
            }
        );

    [Fact]
    public void Before_its_first_bar_it_has_no_sides()
    {
        var channel = new Channel(20);
        Assert.Throws<InvalidOperationException>(() => channel.HighestHigh);
        Assert.Throws<InvalidOperationException>(() => channel.LowestLow);

        channel.Update(Bars.Of(12, 8, 10));
        channel.Reset();
        Assert.Throws<InvalidOperationException>(() => channel.LowestLow);
    }

    [Fact]
    public void One_that_no_constructor_has_seen_refuses_its_first_bar()
    {
        var unmade = default(Channel);
        Assert.False(unmade.IsWarm);
        Assert.Throws<InvalidOperationException>(() => unmade.Update(Bars.Of(12, 8, 10)));
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var channel = new Channel(2);
        channel.Update(Bars.Of(12, 8, 10));
        var copy = channel.Copy();
        channel.Update(Bars.Of(99, 1, 10));
        copy.Update(Bars.Of(11, 9, 10));

        Assert.Equal((new Price(99), new Price(1)), (channel.HighestHigh, channel.LowestLow));
        Assert.Equal((new Price(12), new Price(8)), (copy.HighestHigh, copy.LowestLow));
    }

    [Fact]
    public void An_update_allocates_nothing()
    {
        var channel = new Channel(20);
        var bars = Bars.Around([.. Enumerable.Range(0, 2_000).Select(index => 20_000.0 + (index * 7919 % 101))]);

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                foreach (ref readonly var bar in bars.AsSpan())
                {
                    channel.Update(in bar);
                }
            })
        );
    }
}

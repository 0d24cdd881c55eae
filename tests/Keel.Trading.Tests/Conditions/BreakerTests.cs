using Keel.Domain;
using Keel.Trading.Conditions;

namespace Keel.Trading.Tests.Conditions;

public sealed class BreakerTests
{
    private const long Second = Timestamp.NanosecondsPerSecond;

    [Theory]
    [InlineData("3.0", "Clear")]
    [InlineData("3.01", "Half")]
    [InlineData("5.0", "Half")]
    [InlineData("5.01", "Paused")]
    [InlineData("3.01 2.51", "Half")]
    [InlineData("3.01 2.5", "Clear")]
    [InlineData("5.01 4.01", "Paused")]
    [InlineData("5.01 4.0", "Half")]
    [InlineData("5.01 2.5", "Clear")]
    [InlineData("5.01 4.0 4.99", "Half")]
    [InlineData("3.01 NaN", "Half")]
    [InlineData("NaN", "Clear")]
    public void A_wide_range_halves_then_pauses_and_ends_lower_than_it_began(string ratios, string state)
    {
        var breaker = new VolatilityBreaker(new VolatilityRules());
        foreach (var ratio in Read(ratios))
        {
            breaker.Update(ratio);
        }

        Assert.Equal(state, breaker.State.ToString());
    }

    [Fact]
    public void A_range_that_swings_around_the_bound_does_not_flap()
    {
        var (breaker, changes) = (new VolatilityBreaker(new VolatilityRules()), 0);
        for (var i = 0; i < 1_000; i++)
        {
            var before = breaker.State;
            breaker.Update(i % 2 == 0 ? 3.2 : 2.8);
            changes += breaker.State == before ? 0 : 1;
        }

        Assert.Equal(1, changes);
    }

    [Theory]
    [InlineData("0.10", "Clear")]
    [InlineData("0.0999", "Paused")]
    [InlineData("0.0999 0.1999", "Paused")]
    [InlineData("0.0999 0.20", "Clear")]
    [InlineData("0 NaN", "Paused")]
    public void A_thin_minute_pauses_until_there_is_clearly_more(string ratios, string state)
    {
        var breaker = new VolumeBreaker(new VolumeRules());
        foreach (var ratio in Read(ratios))
        {
            breaker.Update(ratio);
        }

        Assert.Equal(state, breaker.State.ToString());
    }

    [Theory]
    // Second and spread; asked at the last second.
    [InlineData("0:2", 0, false)]
    [InlineData("0:3", 0, true)]
    [InlineData("0:3 1:2", 100, true)]
    [InlineData("0:3 1:1", 10, true)]
    [InlineData("0:3 1:1", 11, false)]
    [InlineData("0:3 1:1 9:2 10:1", 19, true)]
    [InlineData("0:3 1:1 9:2 10:1", 20, false)]
    [InlineData("0:3 1:1 5:0 8:1", 11, false)]
    [InlineData("0:3 1:1 12:2", 12, false)]
    [InlineData("0:3 1:1 12:3", 12, true)]
    public void A_wide_spread_pauses_until_it_was_narrow_for_ten_seconds(string spreads, long asked, bool pauses)
    {
        var breaker = new SpreadBreaker(SpreadRules.Usual);
        foreach (var pair in spreads.Split(' '))
        {
            var parts = pair.Split(':');
            breaker.Update(int.Parse(parts[1]), int.Parse(parts[0]) * Second);
        }

        Assert.Equal(pauses, breaker.PausesAt(asked * Second));
    }

    [Fact]
    public void By_hand_a_pause_ends_when_a_person_says_so()
    {
        var range = new VolatilityBreaker(new VolatilityRules(ByHand: true));
        var volume = new VolumeBreaker(new VolumeRules(ByHand: true));
        var spread = new SpreadBreaker(SpreadRules.Usual with { ByHand = true });
        range.Update(6);
        range.Update(1);
        volume.Update(0);
        volume.Update(1);
        spread.Update(9, 0);
        spread.Update(1, Second);
        Assert.Equal((BreakerState.Paused, BreakerState.Paused, true), (range.State, volume.State, spread.PausesAt(99 * Second)));
        range.Resume();
        volume.Resume();
        spread.Resume();

        Assert.Equal((BreakerState.Clear, BreakerState.Clear, false), (range.State, volume.State, spread.PausesAt(99 * Second)));
    }

    private static IEnumerable<double> Read(string ratios) =>
        ratios.Split(' ').Select(ratio => double.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture));
}

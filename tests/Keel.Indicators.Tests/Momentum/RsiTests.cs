using FsCheck.Fluent;

namespace Keel.Indicators.Tests.Momentum;

public sealed class RsiTests : IndicatorContract<Rsi, double>
{
    protected override Rsi Make(int period) => new(period);

    protected override Rsi Copy(in Rsi line) => line;

    [Fact]
    public void It_weighs_gains_against_losses() =>
        // Gains 2 and 0, losses 0 and 1: means 1 and 0.5; then a gain of 4: (1 + 4) / 2 = 2.5 and 0.25.
        Assert.Equal([double.NaN, double.NaN, 100 * (1 / 1.5), 100 * (2.5 / 2.75)], Lines.Over(new Rsi(2), 10.0, 12, 11, 15));

    [Fact]
    public void Prices_that_only_rise_give_100_that_only_fall_0()
    {
        Assert.Equal(100, Lines.Over(new Rsi(3), 1.0, 2, 3, 4, 9)[^1]);
        Assert.Equal(0, Lines.Over(new Rsi(3), 9.0, 4, 3, 2, 1)[^1]);
    }

    [Fact]
    public void A_market_that_never_moved_gives_0() => Assert.Equal(0, Lines.Over(new Rsi(3), 5.0, 5, 5, 5)[^1]);

    [Fact]
    public void It_lies_between_0_and_100() =>
        Property.Holds(
            from period in Property.Periods
            from numbers in Property.Numbers
            select (period, numbers),
            200,
            given =>
                Assert.All(
                    Lines.Over(new Rsi(given.period), given.numbers).Skip(given.period),
                    value => Assert.InRange(value, 0, 100)
                )
        );
}

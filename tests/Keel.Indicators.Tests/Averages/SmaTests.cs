using FsCheck.Fluent;

namespace Keel.Indicators.Tests.Averages;

public sealed class SmaTests : IndicatorContract<Sma, double>
{
    protected override Sma Make(int period) => new(period);

    protected override Sma Copy(in Sma line) => line.Copy();

    [Fact]
    public void It_is_the_mean_of_the_last_inputs() =>
        Assert.Equal([double.NaN, double.NaN, 2, 3, 5.5], Lines.Over(new Sma(3), 1.0, 2, 3, 4, 9.5));

    [Fact]
    public void It_equals_the_mean_of_its_window() =>
        Property.Holds(
            from period in Property.Periods
            from ticks in Property.Ticks
            select (period, ticks),
            200,
            given =>
            {
                var values = Lines.Over(new Sma(given.period), given.ticks);
                for (var index = given.period - 1; index < values.Length; index++)
                {
                    Assert.Equal(given.ticks[(index - given.period + 1)..(index + 1)].Sum() / given.period, values[index]);
                }
            }
        );

    [Fact]
    public void It_does_not_remember_where_the_history_began() =>
        Property.Holds(
            from period in Property.Periods
            from numbers in Property.Numbers
            from start in Gen.Choose(0, numbers.Length)
            select (period, numbers, start),
            200,
            given =>
            {
                var whole = Lines.Over(new Sma(given.period), given.numbers);
                var later = Lines.Over(new Sma(given.period), given.numbers[given.start..]);
                for (var index = given.period - 1; index < later.Length; index++)
                {
                    Assert.Equal(whole[given.start + index], later[index]);
                }
            }
        );

    [Fact]
    public void A_giant_that_has_left_leaves_nothing_behind() =>
        Assert.Equal(0.1, Lines.Over(new Sma(2), 0.1, 1e14, 0.1, 0.1)[^1]);
}

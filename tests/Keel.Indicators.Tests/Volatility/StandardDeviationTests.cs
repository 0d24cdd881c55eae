using FsCheck.Fluent;

namespace Keel.Indicators.Tests.Volatility;

public sealed class StandardDeviationTests : IndicatorContract<StandardDeviation, double>
{
    protected override StandardDeviation Make(int period) => new(period);

    protected override StandardDeviation Copy(in StandardDeviation line) => line.Copy();

    [Fact]
    public void It_divides_by_the_number_of_inputs() =>
        Assert.Equal([double.NaN, double.NaN, double.NaN, 2.5], Lines.Over(new StandardDeviation(4), 1.0, 6, 1, 6));

    [Fact]
    public void Equal_inputs_deviate_by_exactly_nothing() =>
        Assert.Equal(0, Lines.Over(new StandardDeviation(3), 17_207.6, 0.1, 0.1, 0.1)[^1]);

    [Fact]
    public void The_price_level_costs_no_digits()
    {
        var near = Lines.Over(new StandardDeviation(4), 0.25, 0.5, 0.0, 0.25)[^1];
        var far = Lines.Over(new StandardDeviation(4), 1e9 + 0.25, 1e9 + 0.5, 1e9, 1e9 + 0.25)[^1];

        Assert.Equal(near, far);
    }

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
                var whole = Lines.Over(new StandardDeviation(given.period), given.numbers);
                var later = Lines.Over(new StandardDeviation(given.period), given.numbers[given.start..]);
                for (var index = given.period - 1; index < later.Length; index++)
                {
                    Assert.Equal(whole[given.start + index], later[index]);
                }
            }
        );
}

using Keel.Domain.Markets;

namespace Keel.Indicators.Tests.Volatility;

public sealed class TrueRangeTests : IndicatorContract<TrueRange, Bar>
{
    protected override bool HasPeriod => false;

    protected override TrueRange Make(int period) => default;

    protected override TrueRange Copy(in TrueRange line) => line;

    [Fact]
    public void A_gap_counts_into_the_range() =>
        Assert.Equal(
            [double.NaN, 4, 10, 9],
            Lines.Over(new TrueRange(), Bars.Of(12, 8, 10), Bars.Of(12, 8, 10), Bars.Of(20, 18, 20), Bars.Of(13, 11, 12))
        );

    [Fact]
    public void It_is_the_greatest_of_the_three_distances() =>
        Property.Holds(
            Property.Numbers,
            200,
            numbers =>
            {
                var range = default(TrueRange);
                for (var index = 0; index + 2 < numbers.Length; index++)
                {
                    var (high, low) = (
                        Math.Max(numbers[index], numbers[index + 1]),
                        Math.Min(numbers[index], numbers[index + 1])
                    );
                    range.Update(high, low, numbers[index]);
                    if (index > 0)
                    {
                        var close = numbers[index - 1];
                        Assert.Equal(Math.Max(high - low, Math.Max(Math.Abs(high - close), Math.Abs(low - close))), range.Value);
                    }
                }
            }
        );
}

public sealed class AtrTests : IndicatorContract<Atr, Bar>
{
    protected override Atr Make(int period) => new(period);

    protected override Atr Copy(in Atr line) => line;

    [Fact]
    public void It_begins_with_the_mean_of_the_ranges_that_have_a_close_before_them() =>
        Assert.Equal(
            [double.NaN, double.NaN, 7, 8],
            Lines.Over(new Atr(2), Bars.Of(50, 8, 10), Bars.Of(12, 8, 10), Bars.Of(20, 18, 20), Bars.Of(13, 11, 12))
        );
}

namespace Keel.Indicators.Tests.Averages;

public sealed class WilderAverageTests : IndicatorContract<WilderAverage, double>
{
    protected override WilderAverage Make(int period) => new(period);

    protected override WilderAverage Copy(in WilderAverage line) => line;

    [Fact]
    public void It_keeps_all_but_one_part_of_what_it_was() =>
        Assert.Equal([double.NaN, double.NaN, double.NaN, 4, 5, 3.75], Lines.Over(new WilderAverage(4), 2.0, 4, 4, 6, 8, 0));
}

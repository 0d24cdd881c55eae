using FsCheck.Fluent;

namespace Keel.Indicators.Tests.Extremes;

public sealed class HighestTests : IndicatorContract<Highest, double>
{
    protected override Highest Make(int period) => new(period);

    protected override Highest Copy(in Highest line) => line.Copy();

    [Fact]
    public void The_highest_counts_until_it_leaves_the_window() =>
        Assert.Equal([double.NaN, double.NaN, 9, 9, 4, 4, 3], Lines.Over(new Highest(3), 1.0, 9, 2, 4, 3, 3, 1));

    [Fact]
    public void It_is_what_looking_through_the_window_finds() =>
        Property.Holds(
            from period in Property.Periods
            from ticks in Property.Ticks
            select (period, ticks),
            300,
            given =>
            {
                var highest = new Highest(given.period);
                var lowest = new Lowest(given.period);
                for (var index = 0; index < given.ticks.Length; index++)
                {
                    highest.Update(given.ticks[index]);
                    lowest.Update(given.ticks[index]);
                    var window = given.ticks[Math.Max(0, index - given.period + 1)..(index + 1)];
                    Assert.Equal(window.Max(), highest.SoFar);
                    Assert.Equal(window.Min(), lowest.SoFar);
                    Assert.Equal(index + 1 >= given.period ? window.Max() : double.NaN, highest.Value);
                    Assert.Equal(index + 1 >= given.period ? window.Min() : double.NaN, lowest.Value);
                }
            }
        );
}

public sealed class LowestTests : IndicatorContract<Lowest, double>
{
    protected override Lowest Make(int period) => new(period);

    protected override Lowest Copy(in Lowest line) => line.Copy();

    [Fact]
    public void The_lowest_counts_until_it_leaves_the_window() =>
        Assert.Equal([double.NaN, 1, 2, 2, -3], Lines.Over(new Lowest(2), 1.0, 9, 2, 4, -3));
}

using FsCheck.Fluent;
using Keel.Domain;

namespace Keel.Indicators.Tests.Averages;

public sealed class EmaTests : IndicatorContract<Ema, double>
{
    protected override Ema Make(int period) => new(period);

    protected override Ema Copy(in Ema line) => line;

    [Fact]
    public void It_begins_with_the_mean_of_the_first_closes() =>
        Assert.Equal([double.NaN, double.NaN, 3, 4.5], Lines.Over(new Ema(3), 1.0, 2, 6, 6));

    [Fact]
    public void The_reference_series_gives_the_reference_averages_to_the_last_bit()
    {
        var closes = ReferenceSeries.Closes(seed: 1, count: 30);
        Assert.Equal([20026, 20024, 20024, 20025, 20026, 20025], closes.AsSpan(0, 6).ToArray());

        var fast = new Ema(9);
        var slow = new Ema(21);
        var pairs = new List<(double Fast, double Slow)>();
        foreach (var close in closes)
        {
            fast.Update(new Price(close));
            slow.Update(new Price(close));
            pairs.Add((fast.Value, slow.Value));
        }

        Assert.Equal(20025.0, pairs[8].Fast);
        Assert.Equal((20026.626057588735, 20025.428571428572), pairs[20]);
        Assert.Equal((20027.30084607099, 20025.844155844155), pairs[21]);
        Assert.Equal((20031.97378879516, 20029.611528189565), pairs[29]);
    }

    [Fact]
    public void It_is_the_plain_rule_with_each_operation_rounded_by_itself() =>
        Property.Holds(
            from period in Property.Periods
            from numbers in Property.Numbers
            select (period, numbers),
            200,
            given => Assert.Equal(Plain(given.period, given.numbers), Lines.Over(new Ema(given.period), given.numbers))
        );

    [Fact]
    public void It_lies_between_the_lowest_and_the_highest_close() =>
        Property.Holds(
            from period in Property.Periods
            from ticks in Property.Ticks
            select (period, ticks),
            200,
            given =>
            {
                foreach (var value in Lines.Over(new Ema(given.period), given.ticks).Where(value => !double.IsNaN(value)))
                {
                    Assert.InRange(value, given.ticks.Min(), given.ticks.Max());
                }
            }
        );

    [Fact]
    public void In_points_of_a_quarter_it_is_exactly_a_quarter() =>
        Property.Holds(
            Property.Ticks,
            100,
            ticks =>
                Assert.Equal(
                    Array.ConvertAll(Lines.Over(new Ema(9), ticks), value => value * 0.25),
                    Lines.Over(new Ema(9), Array.ConvertAll(ticks, tick => tick * 0.25))
                )
        );

    private static double[] Plain(int period, double[] closes)
    {
        var values = new double[closes.Length];
        var e = double.NaN;
        for (var i = 0; i < closes.Length; i++)
        {
            if (i == period - 1)
            {
                var sum = 0.0;
                for (var j = 0; j < period; j++)
                {
                    sum += closes[j];
                }

                e = sum / period;
            }
            else if (i >= period)
            {
                var distance = closes[i] - e;
                var step = 2.0 / (period + 1) * distance;
                e += step;
            }

            values[i] = e;
        }

        return values;
    }
}

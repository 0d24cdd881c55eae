using FsCheck.Fluent;

namespace Keel.Indicators.Tests.Averages;

public sealed class MinuteOfDayAverageTests
{
    private const int Open = 570;

    [Fact]
    public void It_knows_nothing_before_the_first_day_has_passed()
    {
        var average = new MinuteOfDayAverage();

        Assert.Equal(0, average.DaysKnown(Open, day: 7));
        Assert.True(double.IsNaN(average.Average(Open, day: 7)));

        average.Update(Open, day: 7, 12);
        Assert.Equal(0, average.DaysKnown(Open, day: 7));
        Assert.True(double.IsNaN(average.Average(Open, day: 7)));

        Assert.Equal(1, average.DaysKnown(Open, day: 8));
        Assert.Equal(12, average.Average(Open, day: 8));
    }

    [Fact]
    public void A_minute_is_compared_with_the_days_before_it_only()
    {
        var average = new MinuteOfDayAverage(days: 2);
        average.Update(Open, 1, 10);
        average.Update(Open, 2, 20);
        average.Update(Open, 3, 1_000);

        Assert.Equal(15, average.Average(Open, 3));
        Assert.Equal(510, average.Average(Open, 4));
        Assert.True(average.IsWarm(Open, 3));
    }

    [Fact]
    public void A_value_given_again_takes_the_place_of_the_first()
    {
        var average = new MinuteOfDayAverage(days: 2);
        average.Update(Open, 1, 10);
        average.Update(Open, 2, 20);
        average.Update(Open, 2, 30);

        Assert.Equal(10, average.Average(Open, 2));
        Assert.Equal(20, average.Average(Open, 3));
    }

    [Fact]
    public void Minutes_do_not_mix()
    {
        var average = new MinuteOfDayAverage(days: 2);
        average.Update(0, 1, 10);
        average.Update(1439, 1, 99);

        Assert.Equal(10, average.Average(0, 2));
        Assert.Equal(99, average.Average(1439, 2));
        Assert.Equal(0, average.DaysKnown(1, 2));
    }

    [Fact]
    public void The_past_is_closed()
    {
        var average = new MinuteOfDayAverage();
        average.Update(Open, 5, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => average.Update(Open, 4, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => average.Average(Open, 4));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1440)]
    public void A_day_has_1440_minutes(int minute) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinuteOfDayAverage().Update(minute, 1, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_number_of_days_out_of_range_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinuteOfDayAverage(days));

    [Fact]
    public void It_is_the_mean_over_the_last_days_that_had_a_value() =>
        Property.Holds(
            from days in Gen.Choose(1, 5)
            from steps in Gen.ArrayOf(Gen.Choose(0, 2), 40)
            from values in Gen.ArrayOf(Gen.Choose(-9, 90), 40)
            select (days, steps, values),
            200,
            given =>
            {
                var average = new MinuteOfDayAverage(given.days);
                var known = new SortedDictionary<int, double>();
                var day = -3;
                foreach (var (step, value) in given.steps.Zip(given.values))
                {
                    day += step;
                    average.Update(Open, day, value);
                    known[day] = value;
                    MustAgree(day);
                    MustAgree(day + 1);
                }

                void MustAgree(int asked)
                {
                    var before = known.Where(pair => pair.Key < asked).Select(pair => pair.Value).TakeLast(given.days).ToArray();
                    Assert.Equal(before.Length, average.DaysKnown(Open, asked));
                    Assert.Equal(before.Length == 0 ? double.NaN : before.Average(), average.Average(Open, asked));
                }
            }
        );

    [Fact]
    public void After_a_reset_it_knows_nothing()
    {
        var average = new MinuteOfDayAverage();
        average.Update(Open, 5, 10);
        average.Reset();

        Assert.Equal(0, average.DaysKnown(Open, 1));
        average.Update(Open, 1, 3);
        Assert.Equal(3, average.Average(Open, 2));
    }

    [Fact]
    public void An_update_allocates_nothing()
    {
        var average = new MinuteOfDayAverage();
        var day = 0;
        var sum = 0.0;

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                day++;
                for (var minute = 0; minute < MinuteOfDayAverage.Minutes; minute++)
                {
                    average.Update(minute, day, minute);
                    sum += average.Average(minute, day + 1);
                }
            })
        );
        Assert.True(sum > 0);
    }
}

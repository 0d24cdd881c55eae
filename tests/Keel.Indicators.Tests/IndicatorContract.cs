using FsCheck.Fluent;
using Keel.Domain.Markets;

namespace Keel.Indicators.Tests;

/// <summary>What every line promises; each indicator's tests inherit it and say how one is made and copied.</summary>
public abstract class IndicatorContract<TLine, TInput>
    where TLine : struct, ILine<TInput>
    where TInput : struct
{
    private const int Times = 60;

    protected abstract TLine Make(int period);

    protected abstract TLine Copy(in TLine line);

    /// <summary>Where a period has no meaning, <c>default</c> is an ordinary empty measure.</summary>
    protected virtual bool HasPeriod => true;

    private static TInput[] Inputs(double[] numbers) =>
        typeof(TInput) == typeof(Bar) ? (TInput[])(object)Bars.Around(numbers) : (TInput[])(object)numbers;

    [Fact]
    public void It_says_something_from_its_stated_warm_up_on() =>
        Property.Holds(
            Property.Periods,
            Times,
            period =>
            {
                var line = Make(period);
                var inputs = Inputs([.. Enumerable.Range(0, 70).Select(index => 100.0 + (index * index % 17))]);
                // The first of these bars has no volume, and VWAP begins with the first that has.
                for (var seen = 1; seen <= inputs.Length - 1; seen++)
                {
                    Assert.Equal(seen > line.WarmUp, line.IsWarm);
                    Assert.Equal(line.IsWarm, !double.IsNaN(line.Value));
                    line.Update(in inputs[seen]);
                }
            }
        );

    [Fact]
    public void A_copy_goes_on_exactly_as_the_original_and_apart_from_it() =>
        Property.Holds(
            from period in Property.Periods
            from numbers in Property.Ticks
            from cut in Gen.Choose(0, numbers.Length)
            select (period, numbers, cut),
            Times,
            given =>
            {
                var inputs = Inputs(given.numbers);
                var expected = Lines.Over(Make(given.period), inputs);
                var original = Make(given.period);
                foreach (var input in inputs.AsSpan(0, given.cut))
                {
                    original.Update(in input);
                }

                var copy = Copy(in original);
                foreach (var input in Inputs([1, -500, 70_000, 3, 3, 12]))
                {
                    original.Update(in input);
                }

                var rest = new double[inputs.Length - given.cut];
                History.Fill(ref copy, inputs.AsSpan(given.cut), rest);
                Assert.Equal(expected[given.cut..], rest);
            }
        );

    [Fact]
    public void After_a_reset_it_is_as_new() =>
        Property.Holds(
            from period in Property.Periods
            from before in Property.Ticks
            from after in Property.Ticks
            select (period, before, after),
            Times,
            given =>
            {
                var line = Make(given.period);
                foreach (var input in Inputs(given.before))
                {
                    line.Update(in input);
                }

                line.Reset();
                Assert.False(line.IsWarm);
                Assert.True(double.IsNaN(line.Value));

                var inputs = Inputs(given.after);
                Assert.Equal(Lines.Over(Make(given.period), inputs), Lines.Over(line, inputs));
            }
        );

    [Fact]
    public void An_update_allocates_nothing()
    {
        var line = Make(14);
        var inputs = Inputs([.. Enumerable.Range(0, 2_000).Select(index => 20_000.0 + (index * 7919 % 101))]);
        var allocated = Allocation.Least(() =>
        {
            line.Reset();
            foreach (ref readonly var input in inputs.AsSpan())
            {
                line.Update(in input);
            }
        });

        Assert.Equal(0, allocated);
        Assert.True(line.IsWarm);
    }

    [Fact]
    public void One_that_no_constructor_has_seen_refuses_its_first_input()
    {
        var unmade = default(TLine);
        var input = Inputs([1])[0];

        Assert.False(unmade.IsWarm);
        if (HasPeriod)
        {
            var refusal = Assert.Throws<InvalidOperationException>(() => unmade.Update(in input));
            Assert.Contains("period", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_period_below_one_is_refused()
    {
        if (HasPeriod)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Make(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => Make(-3));
            Assert.Throws<ArgumentOutOfRangeException>(() => Make(1_000_001));
        }
    }
}

using Keel.Research.Performance;

namespace Keel.Research.Tests.Performance;

public sealed class SharpeRatioTests
{
    [Fact]
    public void An_annual_ratio_of_two_against_one_takes_the_papers_years()
    {
        var root = Math.Sqrt(252);
        var normal = new Moments(100, 2 / root, 1, 0, 3);
        Assert.Equal(688.208037, SharpeRatio.MinimumTrackRecord(normal, 1 / root, 0.95)!.Value, 1e-6);
    }

    [Fact]
    public void Normal_returns_have_the_variance_of_one_plus_half_the_square()
    {
        var normal = new Moments(50, 0.4, 1, 0, 3);
        var expected = NormalDistribution.Cumulative(0.4 * 7 / Math.Sqrt(1 + 0.4 * 0.4 / 2));
        Assert.Equal(expected, SharpeRatio.Probabilistic(normal, 0)!.Value, 1e-14);
    }

    [Fact]
    public void The_deflated_ratio_of_the_paper_is_a_probability_against_its_threshold()
    {
        var published = new Moments(1250, 2.5 / Math.Sqrt(250), 1, -3, 10);
        Assert.Equal(0.900396834449, SharpeRatio.Probabilistic(published, 0.113172001865)!.Value, 1e-10);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.01 })]
    [InlineData(new[] { 0.1, 0.1, 0.1 })]
    public void Without_spread_there_is_no_ratio(double[] returns)
    {
        var moments = Moments.Of(returns);
        Assert.Null(SharpeRatio.Annual(moments, 252));
        Assert.Null(SharpeRatio.Probabilistic(moments, 0));
        Assert.Null(SharpeRatio.MinimumTrackRecord(moments, 0, 0.95));
    }

    [Fact]
    public void No_length_suffices_for_a_ratio_below_the_benchmark() =>
        Assert.Null(SharpeRatio.MinimumTrackRecord(Moments.Of([-0.01, -0.03]), 0, 0.95));

    [Fact]
    public void A_root_of_something_negative_is_no_probability() =>
        Assert.Null(SharpeRatio.Probabilistic(new Moments(10, 1, 1, 3, 2), 0));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.841344746068542949)]
    [InlineData(-1.0, 0.158655253931457051)]
    [InlineData(2.5, 0.993790334674223853)]
    [InlineData(-3.5, 2.32629079035525036e-4)]
    [InlineData(-8.0, 6.22096057427178413e-16)]
    [InlineData(-20.0, 2.75362411860623288e-89)]
    public void The_normal_distribution_is_exact_into_the_tail(double x, double chance)
    {
        Assert.InRange(NormalDistribution.Cumulative(x) / chance, 1 - 1e-12, 1 + 1e-12);
        if (chance < 0.9)
        {
            Assert.Equal(x, NormalDistribution.Quantile(chance), 1e-11);
        }
    }

    [Fact]
    public void Even_the_smallest_chance_has_a_quantile() =>
        Assert.Equal(-38.4674, NormalDistribution.Quantile(double.Epsilon), 1e-3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_certain_chance_has_no_quantile(double chance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(chance));
}

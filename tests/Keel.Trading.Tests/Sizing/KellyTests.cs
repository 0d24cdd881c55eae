using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Trading.Tests.Sizing;

public sealed class KellyTests
{
    // Eleven wins of 1.2 and nine losses of 1: 0.55 - 0.45 / 1.2.
    private static readonly double[] Known = [.. Enumerable.Repeat(1.2, 11), .. Enumerable.Repeat(-1.0, 9)];

    [Fact]
    public void Two_outcomes_have_the_known_fraction() => Assert.Equal(0.175, KellyEstimate.Unshrunk(Known), 12);

    [Fact]
    public void The_fraction_makes_the_logarithm_grow_fastest()
    {
        double[] multiples = [2.5, -1.1, 0.4, -0.9, 1.7, -1, -1, 3.1, -0.2, 0.05];
        var best = KellyEstimate.Unshrunk(multiples);
        var fastest = Enumerable
            .Range(0, 9_000)
            .Select(step => step / 10_000.0)
            .MaxBy(at => multiples.Sum(multiple => Math.Log(1 + (at * multiple))));

        Assert.Equal(fastest, best, 3);
    }

    [Theory]
    [InlineData(0, new[] { -1.0, 1.0 })]
    [InlineData(0, new[] { -1.0, 0.5 })]
    [InlineData(1, new[] { 0.5, 1.0 })]
    [InlineData(1, new[] { -0.1, 1.0 })]
    public void Without_a_gain_it_is_nothing_and_without_a_loss_no_more_than_all(double expected, double[] multiples) =>
        Assert.Equal(expected, KellyEstimate.Unshrunk(multiples));

    [Fact]
    public void Doubt_about_the_mean_shrinks_it()
    {
        var estimate = new KellyEstimate(window: 100, least: 20);
        foreach (var multiple in Known)
        {
            estimate.Add(multiple);
        }

        // Mean 0.21, squares 23.958 over 19 and 20: the mean keeps 0.0441 / (0.0441 + 0.06304737) of it.
        Assert.Equal(0.175 * 0.0441 / (0.0441 + (23.958 / 380)), estimate.Fraction, 10);
    }

    [Fact]
    public void Too_few_trades_give_no_size_and_no_edge_gives_none_either()
    {
        var rules = new SizeRules { Method = new SizeMethod.Kelly(0.5m) };
        var request = new SizeRequest { Equity = Money.From(10_000), WorstCase = Money.From(100) };
        var estimate = new KellyEstimate(window: 40, least: 20);
        for (var trade = 0; trade < 19; trade++)
        {
            estimate.Add(-1);
        }

        Assert.Equal(SizeLimit.TooFewTrades, rules.For(request with { KellyFraction = estimate.Fraction }).Limit);
        estimate.Add(-1);
        Assert.Equal(SizeLimit.NoEdge, rules.For(request with { KellyFraction = estimate.Fraction }).Limit);
        Assert.Equal(8, rules.For(request with { KellyFraction = 0.175 }).Contracts);
    }

    [Fact]
    public void Old_trades_leave_the_window()
    {
        var (seasoned, fresh) = (new KellyEstimate(20, 20), new KellyEstimate(20, 20));
        for (var trade = 0; trade < 60; trade++)
        {
            seasoned.Add(-1);
        }

        foreach (var multiple in Known)
        {
            seasoned.Add(multiple);
            fresh.Add(multiple);
        }

        Assert.Equal(20, seasoned.Trades);
        Assert.Equal(fresh.Fraction, seasoned.Fraction);
        Assert.Throws<ArgumentOutOfRangeException>(() => seasoned.Add(double.NaN));
    }
}

using Keel.Domain;
using Keel.Research.Performance;

namespace Keel.Research.Tests.Performance;

/// <summary>Ten days of an account of $1,000: the figures are the reference's, computed there with 30 digits.</summary>
public sealed class ExampleATests
{
    private const double Tolerance = 1e-11;

    private static readonly DailyPerformance A = DailyPerformance.Of(
        Example.Days(30, -10, 20, -25, 15, 0, 40, -30, 10, 5),
        Money.From(1000),
        252
    );

    [Fact]
    public void Ratios_are_those_of_the_reference()
    {
        Near(0.00558138265139, A.Moments.Mean);
        Near(0.0217889752329, A.Moments.SampleDeviation);
        Near(0.256156271313, SharpeRatio.PerPeriod(A.Moments));
        Near(4.06635474398, A.Sharpe);
        Near(7.33724822582, A.Sortino);
        Near(101.808579412, A.Calmar);
        Near(2.85444615174, A.AnnualReturn);
        Near(1.32858442296, A.TailRatio);
        Near(-0.144891305624, A.Moments.Skewness);
        Near(2.04150581175, A.Moments.Kurtosis);
        Near(0.772906659493, A.ProbabilisticSharpe);
        Near(44.4677750393, A.MinimumTrackRecord);
    }

    [Fact]
    public void Drawdowns_are_those_of_the_reference()
    {
        var path = A.Path!;
        Near(0.055, path.TotalReturn);
        Near(0.0280373831776, path.MaxDrawdown);
        Assert.Equal(30, path.MaxDrawdownAmount);
        Near(0.0147953118496, path.UlcerIndex);
        Assert.Equal(
            [(1, 2, 3), (3, 4, 7), (7, 8, null)],
            path.Phases.Select(phase => (phase.Peak, phase.Trough, phase.Recovery)).ToArray()
        );
        Assert.Equal([2, 4, 3], path.Phases.Select(phase => phase.Duration).ToArray());
        Assert.Equal([1, 3, null], path.Phases.Select(phase => phase.TimeToRecover).ToArray());
    }

    [Fact]
    public void Days_as_trades_have_the_references_odds()
    {
        var trades = TradePerformance.Of(Example.Trades(30, -10, 20, -25, 15, 0, 40, -30, 10, 5));
        Near(1.84615384615, trades.ProfitFactor);
        Assert.Equal(5.5m, trades.Expectancy);
        Near(0.6, trades.WinRate);
        Assert.Equal((2, 1), (trades.Streaks.LongestWinning, trades.Streaks.LongestLosing));
    }

    private static void Near(double expected, double? actual) =>
        Assert.InRange(actual!.Value, expected - Tolerance * Math.Abs(expected), expected + Tolerance * Math.Abs(expected));
}

using System.Text.Json;
using Keel.Research.Performance;

namespace Keel.Research.Tests.Performance;

public sealed class SeriesGoldenTests
{
    private const int Year = 252;

    [Fact]
    public void Golden_series_of_returns_have_the_same_moments_and_ratios() =>
        Each(
            (golden, name, returns) =>
            {
                var moments = Moments.Of(returns);
                Same("mean", moments.Mean);
                Same("sd_ddof1", moments.SampleDeviation);
                Same("skewness_population", moments.Skewness);
                Same("kurtosis_raw_population", moments.Kurtosis);
                Same("sharpe_per_period", SharpeRatio.PerPeriod(moments));
                Same("sharpe_annual_252", SharpeRatio.Annual(moments, Year));
                Same("downside_deviation_0", DownsideRisk.Deviation(returns));
                Same("sortino_annual_252", DownsideRisk.Sortino(returns, Year));
                Same("psr_0", SharpeRatio.Probabilistic(moments, 0));
                Same("psr_0.05_per_period", SharpeRatio.Probabilistic(moments, 0.05));
                Same("min_trl_0_95", SharpeRatio.MinimumTrackRecord(moments, 0, 0.95));

                void Same(string what, double? actual) =>
                    StatisticsGoldens.Same(golden.GetProperty(what), actual, $"{name} {what}");
            }
        );

    [Fact]
    public void Golden_series_of_returns_have_the_same_drawdowns() =>
        Each(
            (golden, name, returns) =>
            {
                var path = EquityPath.FromReturns(returns);
                var deepest = path.Phases.MaxBy(phase => phase.Depth);
                Same("total_return", path.TotalReturn);
                Same("annual_return_compound_252", path.AnnualReturn(Year));
                Same("max_drawdown", path.MaxDrawdown);
                Same("calmar", path.Calmar(Year));
                Same("ulcer_index", path.UlcerIndex);
                Same("drawdown_count", path.Phases.Count);
                Same("longest_drawdown_periods", path.LongestDrawdown);

                // Rows are counted from the first return, periods of a path from the start before it.
                Same("max_drawdown_peak_row", deepest.Peak - 1);
                Same("max_drawdown_trough_row", deepest.Trough - 1);
                Same("max_drawdown_recovery_row", deepest.Recovery - 1);

                void Same(string what, double? actual) =>
                    StatisticsGoldens.Same(golden.GetProperty(what), actual, $"{name} {what}");
            }
        );

    [Fact]
    public void Golden_series_of_returns_have_the_same_tails_and_streaks() =>
        Each(
            (golden, name, returns) =>
            {
                var sorted = Quantiles.Sorted(returns);
                var streaks = Streaks.Of(returns);
                Same("tail_ratio_95_5", Quantiles.TailRatio(sorted));
                Same("quantile_0.01", Quantiles.Of(sorted, 0.01));
                Same("expected_shortfall_0.05", Quantiles.ExpectedShortfall(sorted, 0.05));
                Same("longest_win_streak", streaks.LongestWinning);
                Same("longest_loss_streak", streaks.LongestLosing);

                void Same(string what, double? actual) =>
                    StatisticsGoldens.Same(golden.GetProperty(what), actual, $"{name} {what}");
            }
        );

    [Fact]
    public void Golden_probabilities_with_excess_kurtosis_are_the_error_of_the_field_and_not_ours() =>
        Each(
            (golden, name, returns) =>
            {
                var wrong = golden.GetProperty("psr_wrong_excess_kurtosis").GetDouble();
                var ours = SharpeRatio.Probabilistic(Moments.Of(returns), 0)!.Value;
                Assert.True(Math.Abs(ours - wrong) > 1e-5, $"{name} {ours} is the wrong one");
            }
        );

    private static void Each(Action<JsonElement, string, double[]> compare)
    {
        var goldens = StatisticsGoldens.Json("series.json");
        foreach (var (name, returns) in StatisticsGoldens.Columns("returns.csv"))
        {
            compare(goldens.GetProperty(name), name, returns);
        }
    }
}

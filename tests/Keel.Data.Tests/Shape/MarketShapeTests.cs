using System.Text.Json;
using Keel.Data.Shape;

namespace Keel.Data.Tests.Shape;

/// <summary>The figures, computed here, against the ones that another program computed from the same real bars.</summary>
public class MarketShapeTests
{
    // Ratios and correlations agree to this much, sizes to a thousandth: the other program rounds at six digits.
    private const double Absolute = 2e-4;
    private const double Relative = 1e-3;

    private static readonly int[] Lags = [1, 2, 5, 10, 30, 60];

    [Theory]
    [InlineData("NQ 1m RTH 2023-11/12", HoursColumn.Rth)]
    [InlineData("NQ 1m ETH 2023-11/12", HoursColumn.Eth)]
    [InlineData("NQ 1m all 2023-11/12", HoursColumn.All)]
    public void The_Nasdaq_has_the_published_figures(string market, HoursColumn column) =>
        Agree(SharedMarkets.Figures(market), MarketShape.Of(SharedMarkets.Nq(), column));

    [Theory]
    [InlineData("ES 1m RTH 2013", HoursColumn.Rth)]
    [InlineData("ES 1m ETH 2013", HoursColumn.Eth)]
    public void The_S_and_P_has_the_published_figures(string market, HoursColumn column) =>
        Agree(
            SharedMarkets.Figures(market),
            MarketShape.Of(SharedMarkets.Lean("cme", "es", "201312", 0.25m, "20131203"), column)
        );

    [Fact]
    public void Gold_has_the_published_figures() =>
        Agree(
            SharedMarkets.Figures("GC 1m all 2013-10"),
            MarketShape.Of(SharedMarkets.Lean("comex", "gc", "201312", 0.1m, "20131011"), HoursColumn.All)
        );

    [Fact]
    public void The_euro_has_the_published_figures() =>
        Agree(SharedMarkets.Figures("6E 1m all 2024-01"), MarketShape.Of(SharedMarkets.Euro(), HoursColumn.All));

    private static void Agree(JsonElement published, MarketShape shape)
    {
        var wrong = new List<string>();
        void Same(string path, double measured, double rounding = Absolute)
        {
            var expected = path.Split('/').Aggregate(published, (at, key) => at.GetProperty(key)).GetDouble();
            if (!(Math.Abs(measured - expected) <= rounding + (Relative * Math.Abs(expected))))
            {
                wrong.Add($"{path}: published {expected}, measured {measured}");
            }
        }

        Same("days", shape.Days);
        Same("segments", shape.Segments);
        Same("n", shape.Returns);
        Same("sd_bp", shape.SdBp);
        Same("mean_abs_bp", shape.MeanAbsBp);
        Same("skew", shape.Skew);
        Same("excess_kurtosis", shape.ExcessKurtosis);
        Same("excess_kurtosis_adj", shape.ExcessKurtosisAdjusted);
        Same("tick_sd", shape.SdTicks);
        Same("p_zero", shape.ShareOfChanges(0, 0));
        Same("p_abs/1", shape.ShareOfChanges(1, 1));
        Same("p_abs/4", shape.ShareOfChanges(4, 4));
        Same("p_abs_5_9", shape.ShareOfChanges(5, 9));
        Same("p_abs_10_19", shape.ShareOfChanges(10, 19));
        Same("p_abs_20plus", shape.ShareOfChanges(20, int.MaxValue));
        Same("max_abs_ticks", shape.LargestTicks);
        Same("p_beyond_3sd", shape.ShareBeyond(3));
        Same("p_beyond_5sd", shape.ShareBeyond(5));
        foreach (var lag in Lags)
        {
            Same($"acf_r/{lag}", shape.AcfReturns(lag));
            Same($"acf_abs/{lag}", shape.AcfAbs(lag));
            Same($"acf_abs_adj/{lag}", shape.AcfAbsAdjusted(lag));
            Same($"acf_logvol/{lag}", shape.AcfLogVolume(lag));
        }

        foreach (var minutes in (int[])[2, 5, 10, 30])
        {
            Same($"vr/{minutes}", shape.VarianceRatio(minutes));
        }

        Same("range_ticks_mean", shape.RangeMean);
        Same("range_ticks_median", shape.RangeMedian);
        Same("range_p95", shape.Range95);
        Same("p_range_zero", shape.ZeroRangeShare);
        Same("body_to_range", shape.BodyToRange);
        Same("vol_mean", shape.VolumeMean);
        Same("vol_median", shape.VolumeMedian);
        Same("corr_absr_logvol", shape.CorrAbsVolume);
        Same("corr_range_logvol", shape.CorrRangeVolume);
        Same("open_vs_prev_close/p_0", shape.OpenEqualsClose);
        Same("open_vs_prev_close/p_1", shape.OpenOneTickOff);
        Same("absent_minutes", shape.AbsentMinutes);
        Same("daily_rv_pct/mean", shape.DayVolatility.Average());
        Same("daily_rv_pct/min", shape.DayVolatility.Min());
        Same("daily_rv_pct/max", shape.DayVolatility.Max());
        Same("daily_rv_pct/sd_of_log", shape.SdLogDayVolatility);
        foreach (var half in published.GetProperty("profile").EnumerateObject())
        {
            Same($"profile/{half.Name}/range_ticks", shape.At(half.Name)?.RangeTicks ?? double.NaN, 0.006);
            Same($"profile/{half.Name}/mean_abs_bp", shape.At(half.Name)?.MeanAbsBp ?? double.NaN, 0.0006);
            Same($"profile/{half.Name}/volume", shape.At(half.Name)?.Volume ?? double.NaN, 0.06);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}

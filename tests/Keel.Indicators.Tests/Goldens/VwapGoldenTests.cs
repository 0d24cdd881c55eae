namespace Keel.Indicators.Tests.Goldens;

public sealed class VwapGoldenTests
{
    [Fact]
    public void Golden_session_averages_agree_with_their_deviation()
    {
        foreach (var (market, path) in GoldenFiles.Of("features", ".features.csv"))
        {
            var bars = GoldenFiles.Bars(market);
            var (averages, deviations) = OverDays(bars);
            var results = new Table(path);

            Comparison.Agree($"{market} vwap", results.Numbers("vwap_utc_day"), averages, 1e-12, 1e-9);
            Comparison.Agree($"{market} sd", results.Numbers("vwap_sd_utc_day"), deviations, 1e-12, 1e-9);
        }
    }

    private static (double[] Averages, double[] Deviations) OverDays(Table bars)
    {
        var days = Array.ConvertAll(bars.Texts("timestamp_utc"), time => time[.."2013-10-07".Length]);
        var (highs, lows, closes) = (bars.Numbers("high"), bars.Numbers("low"), bars.Numbers("close"));
        var volumes = bars.Numbers("volume");
        var averages = new double[days.Length];
        var deviations = new double[days.Length];
        var vwap = default(Vwap);
        for (var row = 0; row < days.Length; row++)
        {
            if (row > 0 && days[row] != days[row - 1])
            {
                vwap.Reset();
            }

            vwap.Update((highs[row] + lows[row] + closes[row]) / 3, volumes[row]);
            averages[row] = vwap.Value;
            deviations[row] = vwap.StandardDeviation;
        }

        return (averages, deviations);
    }
}

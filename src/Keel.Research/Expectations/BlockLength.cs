namespace Keel.Research.Expectations;

/// <summary>How long the blocks of a stationary bootstrap should be (Politis &amp; White 2004, with the correction of 2009).</summary>
public static class BlockLength
{
    /// <summary>The mean block length for a series, from 1 up to the smaller of 3√n and n/3, rounded up.</summary>
    public static double Of(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        if (n < 4)
        {
            return 1;
        }

        var run = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(Math.Log10(n))));
        var longest = Math.Min((int)Math.Ceiling(Math.Sqrt(n)) + run, n - 1);
        var covariances = Covariances(series, Math.Min(longest + run, n - 1));
        if (covariances[0] <= 0)
        {
            return 1;
        }

        var lags = Math.Min(2 * Math.Max(1, LastRelevantLag(covariances, longest, run, n)), longest);
        var spectrum = covariances[0];
        var slope = 0.0;
        for (var k = 1; k <= lags; k++)
        {
            var share = k / (double)lags;
            var weight = share <= 0.5 ? 1 : 2 * (1 - share);
            spectrum += 2 * weight * covariances[k];
            slope += 2 * weight * k * covariances[k];
        }

        var most = Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3.0));
        var best = Math.Cbrt(slope * slope / (spectrum * spectrum)) * Math.Cbrt(n);
        return double.IsFinite(best) ? Math.Clamp(best, 1, most) : 1;
    }

    /// <summary>The smallest lag after which a whole run of correlations is insignificant.</summary>
    private static int LastRelevantLag(double[] covariances, int longest, int run, int n)
    {
        var bound = 2 * Math.Sqrt(Math.Log10(n) / n) * covariances[0];
        for (var lag = 0; lag <= longest; lag++)
        {
            var quiet = true;
            for (var k = lag + 1; k <= lag + run && k < covariances.Length; k++)
            {
                quiet &= Math.Abs(covariances[k]) < bound;
            }

            if (quiet)
            {
                return lag;
            }
        }

        var last = longest;
        while (last > 0 && Math.Abs(covariances[last]) <= bound)
        {
            last--;
        }

        return last;
    }

    private static double[] Covariances(ReadOnlySpan<double> series, int lags)
    {
        var mean = 0.0;
        foreach (var value in series)
        {
            mean += value / series.Length;
        }

        var covariances = new double[lags + 1];
        for (var lag = 0; lag <= lags; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < series.Length; i++)
            {
                sum += (series[i] - mean) * (series[i - lag] - mean);
            }

            covariances[lag] = sum / series.Length;
        }

        return covariances;
    }
}

namespace Keel.Research.Performance;

/// <summary>Mean return over its sample deviation, and how sure one may be of it (Bailey and López de Prado 2012).</summary>
public static class SharpeRatio
{
    /// <summary>The ratio per period; null below two values or without spread.</summary>
    public static double? PerPeriod(in Moments returns) =>
        returns.SampleDeviation is { } deviation ? Ratio.Of(returns.Mean, deviation) : null;

    /// <summary>The ratio per year of uncorrelated periods; null where the one per period is.</summary>
    public static double? Annual(in Moments returns, int periodsPerYear) => PerPeriod(returns) * Math.Sqrt(periodsPerYear);

    /// <summary>The probability that the true ratio per period exceeds the benchmark; null where the ratio is, or where skewness outweighs all else.</summary>
    public static double? Probabilistic(in Moments returns, double benchmark) =>
        PerPeriod(returns) is { } sharpe && Spread(returns, sharpe) is { } spread
            ? Ratio.Finite(NormalDistribution.Cumulative((sharpe - benchmark) * Math.Sqrt(returns.Count - 1) / Math.Sqrt(spread)))
            : null;

    /// <summary>How many periods it takes to be so sure that the true ratio exceeds the benchmark; null when it does not exceed it in the sample.</summary>
    public static double? MinimumTrackRecord(in Moments returns, double benchmark, double confidence)
    {
        if (PerPeriod(returns) is not { } sharpe || sharpe <= benchmark || Spread(returns, sharpe) is not { } spread)
        {
            return null;
        }

        var needed = NormalDistribution.Quantile(confidence) / (sharpe - benchmark);
        return Ratio.Finite(1 + spread * needed * needed);
    }

    // Kurtosis is raw: with normal returns this is 1 + SR²/2.
    private static double? Spread(in Moments returns, double sharpe)
    {
        var spread = 1 - returns.Skewness * sharpe + (returns.Kurtosis - 1) / 4 * sharpe * sharpe;
        return spread > 0 ? spread : null;
    }
}

using Keel.Research.Expectations;

namespace Keel.Research.Recommendations;

/// <summary>A mean over trades whose error allows for trades of one day hanging together.</summary>
/// <param name="Value">Sum over count.</param>
/// <param name="Error">Its standard error, from the sums of the clusters.</param>
/// <param name="Clusters">How many clusters had trades.</param>
internal readonly record struct ClusteredMean(double Value, double Error, int Clusters)
{
    /// <summary>The mean of clusters given by their sums and counts; those without a trade are passed over.</summary>
    public static ClusteredMean Of(ReadOnlySpan<double> sums, ReadOnlySpan<double> counts)
    {
        var (sum, count, clusters) = (0.0, 0.0, 0);
        for (var i = 0; i < sums.Length; i++)
        {
            sum += sums[i];
            count += counts[i];
            clusters += counts[i] > 0 ? 1 : 0;
        }

        if (clusters < 2)
        {
            return new ClusteredMean(count > 0 ? sum / count : 0, double.PositiveInfinity, clusters);
        }

        var mean = sum / count;
        var squares = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            var off = sums[i] - (mean * counts[i]);
            squares += off * off;
        }

        return new ClusteredMean(mean, Math.Sqrt(squares * clusters / (clusters - 1)) / count, clusters);
    }

    /// <summary>The chance of a mean this far above a bound when the true one is not above it.</summary>
    public double ChanceAbove(double bound) => Chance(Value - bound);

    /// <summary>The chance of a mean this far below a bound when the true one is not below it.</summary>
    public double ChanceBelow(double bound) => Chance(bound - Value);

    private double Chance(double beyond)
    {
        if (beyond <= 0 || Clusters < 2)
        {
            return 1;
        }

        return Error > 0 ? StudentT.Above(beyond / Error, Clusters - 1) : 0;
    }
}

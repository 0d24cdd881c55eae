namespace Keel.Data.Shape;

/// <summary>Numbers in order, cut into segments across which nothing is compared: autocorrelations and variance ratios stay inside.</summary>
internal sealed class SegmentedSeries
{
    private readonly List<double> values = [];
    private readonly List<int> segments = [];
    private (double Mean, double Variance)? moments;

    public int Count => values.Count;

    public IReadOnlyList<double> Values => values;

    public double Mean => Moments.Mean;

    public double Sd => Math.Sqrt(Moments.Variance);

    private (double Mean, double Variance) Moments => moments ??= Compute();

    public void Add(double value, int segment)
    {
        values.Add(value);
        segments.Add(segment);
        moments = null;
    }

    /// <summary>The mean product of deviations over all pairs so many steps apart in one segment, over the variance of all.</summary>
    public double Autocorrelation(int lag)
    {
        var (mean, variance) = Moments;
        var (sum, pairs) = (0.0, 0);
        for (var i = lag; i < values.Count; i++)
        {
            if (segments[i] == segments[i - lag] && !double.IsNaN(values[i]) && !double.IsNaN(values[i - lag]))
            {
                sum += (values[i] - mean) * (values[i - lag] - mean);
                pairs++;
            }
        }

        return pairs > 0 && variance > 0 ? sum / pairs / variance : double.NaN;
    }

    /// <summary>The standard error of an autocorrelation whose true value is 0, from the products themselves, whatever the values' sizes do.</summary>
    public double AutocorrelationError(int lag)
    {
        var (mean, variance) = Moments;
        var (sum, pairs) = (0.0, 0);
        for (var i = lag; i < values.Count; i++)
        {
            if (segments[i] == segments[i - lag])
            {
                var product = (values[i] - mean) * (values[i - lag] - mean);
                sum += product * product;
                pairs++;
            }
        }

        return Math.Sqrt(sum) / pairs / variance;
    }

    /// <summary>The mean square of all overlapping sums of so many steps inside a segment, over as many variances.</summary>
    public double VarianceRatio(int steps)
    {
        var (mean, variance) = Moments;
        var (sum, sums) = (0.0, 0);
        var running = 0.0;
        var inside = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0 && segments[i] != segments[i - 1])
            {
                (running, inside) = (0, 0);
            }

            running += values[i] - mean;
            inside++;
            if (inside > steps)
            {
                running -= values[i - steps] - mean;
            }

            if (inside >= steps)
            {
                sum += running * running;
                sums++;
            }
        }

        return sum / sums / (steps * variance);
    }

    /// <summary>The standardised moment of this power: 3 gives the skew, 4 the kurtosis (3 for a normal).</summary>
    public double StandardMoment(int power)
    {
        var (mean, variance) = Moments;
        var sd = Math.Sqrt(variance);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Pow((value - mean) / sd, power);
        }

        return sum / values.Count;
    }

    /// <summary>The share of values further from the mean than so many standard deviations.</summary>
    public double ShareBeyond(double deviations)
    {
        var (mean, variance) = Moments;
        var limit = deviations * Math.Sqrt(variance);
        return values.Count(value => Math.Abs(value - mean) > limit) / (double)values.Count;
    }

    /// <summary>The correlation of two series of the same length.</summary>
    public double CorrelationWith(SegmentedSeries other)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            sum += (values[i] - Mean) * (other.values[i] - other.Mean);
        }

        return sum / values.Count / (Sd * other.Sd);
    }

    // A value that is not there (NaN) keeps its place, so that lags stay true to time, and counts for nothing.
    private (double Mean, double Variance) Compute()
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        var mean = sum / count;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        return (mean, squares / count);
    }
}

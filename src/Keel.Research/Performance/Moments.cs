namespace Keel.Research.Performance;

/// <summary>Count, mean, spread and shape of a series.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean; 0 of none.</param>
/// <param name="SampleDeviation">Standard deviation with divisor n − 1; null below two values.</param>
/// <param name="Skewness">Third moment over the 1.5th power of the second, divisor n; null when all values are equal.</param>
/// <param name="Kurtosis">Raw: fourth moment over the square of the second, divisor n, 3 for a normal; null when all values are equal.</param>
public readonly record struct Moments(int Count, double Mean, double? SampleDeviation, double? Skewness, double? Kurtosis)
{
    /// <summary>The moments of a series.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var count = values.Length;
        if (count == 0)
        {
            return default;
        }

        var mean = CompensatedSum.Of(values) / count;
        if (count == 1)
        {
            return new Moments(1, mean, null, null, null);
        }

        if (AllEqual(values))
        {
            // Said by comparison: the mean of equal values may differ from them in its last bit and leave a spread of noise.
            return new Moments(count, values[0], 0, null, null);
        }

        CompensatedSum second = default;
        CompensatedSum third = default;
        CompensatedSum fourth = default;
        foreach (var value in values)
        {
            var away = value - mean;
            var square = away * away;
            second.Add(square);
            third.Add(square * away);
            fourth.Add(square * square);
        }

        var variance = second.Total / count;
        return new Moments(
            count,
            mean,
            Ratio.Finite(Math.Sqrt(second.Total / (count - 1))),
            Ratio.Of(third.Total / count, variance * Math.Sqrt(variance)),
            Ratio.Of(fourth.Total / count, variance * variance)
        );
    }

    private static bool AllEqual(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value != values[0])
            {
                return false;
            }
        }

        return true;
    }
}

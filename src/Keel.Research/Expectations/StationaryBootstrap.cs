using Keel.Domain;

namespace Keel.Research.Expectations;

/// <summary>Resamples a series in blocks of random length that wrap around its end, so that neighbours stay neighbours (Politis &amp; Romano 1994).</summary>
public static class StationaryBootstrap
{
    /// <summary>Fills one resample with indices of the series; each step starts a new block with the chance <paramref name="newBlock"/>.</summary>
    public static void Fill(Span<int> indices, int length, double newBlock, ref SplitMix64 random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var current = (int)(random.Uniform() * length);
        for (var i = 0; i < indices.Length; i++)
        {
            if (i > 0)
            {
                current = Step(current, length, newBlock, ref random);
            }

            indices[i] = current;
        }
    }

    /// <summary>The sorted means of so many resamples, each as long as the series; blocks have this length on average.</summary>
    public static double[] Means(ReadOnlySpan<double> series, double meanBlock, int resamples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(meanBlock, 1);
        var random = new SplitMix64(seed);
        var newBlock = 1 / meanBlock;
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var current = (int)(random.Uniform() * series.Length);
            var sum = series[current];
            for (var i = 1; i < series.Length; i++)
            {
                current = Step(current, series.Length, newBlock, ref random);
                sum += series[current];
            }

            means[resample] = sum / series.Length;
        }

        Array.Sort(means);
        return means;
    }

    private static int Step(int current, int length, double newBlock, ref SplitMix64 random)
    {
        if (random.Uniform() < newBlock)
        {
            return (int)(random.Uniform() * length);
        }

        return current + 1 == length ? 0 : current + 1;
    }
}

namespace Keel.Research.Reference;

/// <summary>The exponential average of the reference jobs, over closes in ticks: seeded with the mean of the first period, then moved by each close.</summary>
public static class ReferenceAverage
{
    /// <summary>What a new close weighs.</summary>
    public static double Weight(int period) => 2.0 / (period + 1);

    /// <summary>Where the average stands after all these closes, of which there must be at least a period's worth.</summary>
    public static double After(ReadOnlySpan<int> closes, int period)
    {
        var sum = 0L;
        foreach (var close in closes[..period])
        {
            sum += close;
        }

        var average = (double)sum / period;
        var weight = Weight(period);
        foreach (var close in closes[period..])
        {
            average += weight * (close - average);
        }

        return average;
    }
}

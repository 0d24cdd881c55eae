namespace Keel.Research.Performance;

/// <summary>Quantiles of a series by linear interpolation, position (n − 1)·p, and what is read off them.</summary>
public static class Quantiles
{
    /// <summary>The values in rising order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The quantile of sorted values; null of none.</summary>
    public static double? Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            return null;
        }

        var position = (sorted.Length - 1) * share;
        var below = Math.Min((int)position, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The mean of the worst share of sorted values, rounded up to whole values; null of none.</summary>
    public static double? ExpectedShortfall(ReadOnlySpan<double> sorted, double share)
    {
        // The product of a share and a count may lie a hair above the whole number that is meant.
        var worst = Math.Min((int)Math.Ceiling(share * sorted.Length - 1e-9), sorted.Length);
        return worst < 1 ? null : CompensatedSum.Of(sorted[..worst]) / worst;
    }

    /// <summary>How far the best twentieth reaches, over how far the worst does; null when the 5 % quantile is zero.</summary>
    public static double? TailRatio(ReadOnlySpan<double> sorted) =>
        Of(sorted, 0.95) is { } best && Of(sorted, 0.05) is { } worst ? Ratio.Of(Math.Abs(best), Math.Abs(worst)) : null;
}

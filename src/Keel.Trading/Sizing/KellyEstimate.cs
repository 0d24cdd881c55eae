namespace Keel.Trading.Sizing;

/// <summary>Kelly's fraction from an account's own closed trades: the share of equity whose risk makes its logarithm grow fastest, shrunk for doubt.</summary>
/// <remarks>
/// A trade counts in multiples of what it risked. The fraction f solves mean(R / (1 + f·R)) = 0 and is zero without an average gain. It is
/// shrunk by t² / (1 + t²), t being the mean over its standard error: a mean that could as well be chance keeps little of it.
/// </remarks>
public sealed class KellyEstimate
{
    private const int Halvings = 60;

    private readonly double[] results;
    private readonly int least;
    private int added;
    private double fraction = double.NaN;

    /// <summary>An estimate from the latest trades of a window, once there are enough.</summary>
    public KellyEstimate(int window = 250, int least = 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, least);
        results = new double[window];
        this.least = least;
    }

    /// <summary>How many trades the estimate rests on.</summary>
    public int Trades => Math.Min(added, results.Length);

    /// <summary>The shrunk fraction, 0 to 1; zero without an edge, NaN with too few trades.</summary>
    public double Fraction
    {
        get
        {
            if (double.IsNaN(fraction) && Trades >= least)
            {
                fraction = Shrunk(results.AsSpan(0, Trades));
            }

            return fraction;
        }
    }

    /// <summary>A trade has closed: its net result over what it had risked. Throws unless that is a finite number.</summary>
    public void Add(double multipleOfRisk)
    {
        if (!double.IsFinite(multipleOfRisk))
        {
            throw new ArgumentOutOfRangeException(nameof(multipleOfRisk), multipleOfRisk, "a result is a finite number");
        }

        results[added % results.Length] = multipleOfRisk;
        added = added + 1 == 2 * results.Length ? results.Length : added + 1;
        fraction = double.NaN;
    }

    /// <summary>The fraction of a sample without any shrinking: 0 without an average gain, at most 1.</summary>
    public static double Unshrunk(ReadOnlySpan<double> multiples)
    {
        var (sum, worst) = (0.0, 0.0);
        foreach (var multiple in multiples)
        {
            sum += multiple;
            worst = Math.Min(worst, multiple);
        }

        if (sum <= 0)
        {
            return 0;
        }

        // Growth rises up to the root and falls beyond it, and at 1 / worst a single loss takes everything.
        var (low, high) = (0.0, worst < -1 ? -1 / worst : 1.0);
        if (worst > -1 && Slope(multiples, 1) >= 0)
        {
            return 1;
        }

        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(multiples, middle) > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Shrunk(ReadOnlySpan<double> multiples)
    {
        var whole = Unshrunk(multiples);
        if (whole == 0)
        {
            return 0;
        }

        var mean = 0.0;
        foreach (var multiple in multiples)
        {
            mean += multiple / multiples.Length;
        }

        var squares = 0.0;
        foreach (var multiple in multiples)
        {
            squares += (multiple - mean) * (multiple - mean);
        }

        var squareOfError = squares / (multiples.Length - 1) / multiples.Length;
        return whole * (mean * mean) / ((mean * mean) + squareOfError);
    }

    private static double Slope(ReadOnlySpan<double> multiples, double at)
    {
        var slope = 0.0;
        foreach (var multiple in multiples)
        {
            slope += multiple / (1 + (at * multiple));
        }

        return slope;
    }
}

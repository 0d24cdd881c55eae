namespace Keel.Research.Performance;

/// <summary>The standard normal distribution, to about fourteen digits, also far out in the lower tail.</summary>
public static class NormalDistribution
{
    // Below this the series' positive terms are few; above it the continued fraction settles within its terms.
    private const double SeriesReach = 3;
    private const int FractionTerms = 160;

    /// <summary>The chance of a value at or below x.</summary>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        if (Math.Abs(x) > SeriesReach)
        {
            var tail = UpperTail(Math.Abs(x));
            return x < 0 ? tail : 1 - tail;
        }

        // 1/2 + density · (x + x³/3 + x⁵/(3·5) + …): no term has another sign than the first.
        var term = x;
        var sum = x;
        for (var k = 3; Math.Abs(term) > Math.Abs(sum) * 1e-18; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 + Density(x) * sum;
    }

    /// <summary>The value that is not exceeded with this chance, which lies strictly between 0 and 1.</summary>
    public static double Quantile(double chance)
    {
        if (!(chance > 0 && chance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "a chance lies between 0 and 1, both left out");
        }

        if (chance > 0.5)
        {
            return -Quantile(1 - chance);
        }

        // Newton on the logarithm, which is concave, from a point that lies below: the steps cannot run away, nor anything underflow.
        var x = -Math.Sqrt(Math.Max(0, -2 * Math.Log(2 * chance)));
        for (var step = 0; step < 100; step++)
        {
            var (reached, slope) = Logarithm(x);
            var move = (Math.Log(chance) - reached) / slope;
            x += move;
            if (Math.Abs(move) <= 1e-15 * Math.Max(1, Math.Abs(x)))
            {
                break;
            }
        }

        return x;
    }

    // The logarithm of the chance at or below x, which is not above zero, and its slope.
    private static (double Value, double Slope) Logarithm(double x)
    {
        if (x < -SeriesReach)
        {
            var fraction = Fraction(-x);
            return (-0.5 * x * x - 0.5 * Math.Log(2 * Math.PI) - Math.Log(fraction), fraction);
        }

        var chance = Cumulative(x);
        return (Math.Log(chance), Density(x) / chance);
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    private static double UpperTail(double x) => Density(x) / Fraction(x);

    // x + 1/(x + 2/(x + 3/…)): density over tail.
    private static double Fraction(double x)
    {
        var fraction = x;
        for (var k = FractionTerms; k >= 1; k--)
        {
            fraction = x + k / fraction;
        }

        return fraction;
    }
}

namespace Keel.Research.Expectations;

/// <summary>Student's t distribution, for means of few observations.</summary>
internal static class StudentT
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>The chance of a value above <paramref name="t"/>.</summary>
    public static double Above(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (double.IsInfinity(t))
        {
            return t > 0 ? 0 : 1;
        }

        var half = 0.5 * Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5);
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>The value that is exceeded with this chance, which lies between 0 and a half.</summary>
    public static double ExceededWith(double chance, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 0.5);
        var high = 1.0;
        while (Above(high, degrees) > chance)
        {
            high *= 2;
        }

        // Plain halving: some fifty steps end at the last bit, and nobody waits for it.
        var low = 0.0;
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle, degrees) > chance ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function, by its continued fraction on the side where that converges fast.</summary>
    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        return x < (a + 1) / (a + b + 2)
            ? Front(x, a, b) * Fraction(x, a, b) / a
            : 1 - (Front(x, a, b) * Fraction(1 - x, b, a) / b);
    }

    private static double Front(double x, double a, double b) =>
        Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NonZero(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m < 500; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NonZero(1 + (even * d));
            c = NonZero(1 + (even / c));
            result *= d * c;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NonZero(1 + (odd * d));
            c = NonZero(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return result;

        static double NonZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    private static double LogGamma(double value)
    {
        if (value < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * value)) - LogGamma(1 - value);
        }

        var x = value - 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x + i);
        }

        var t = x + Lanczos.Length - 1.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}

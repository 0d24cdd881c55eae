namespace Keel.Data.Synthetic;

/// <summary>The few curves the market needs, made of additions and multiplications only: the runtime's own may differ in the last bit between machines.</summary>
internal static class Portable
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of x, for x between -700 and 700.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var twos = Math.Floor((x * Log2E) + 0.5);
        var rest = x - (twos * Ln2High) - (twos * Ln2Low);
        var sum = 1.0;
        for (var power = 13; power >= 1; power--)
        {
            sum = 1 + (sum * rest / power);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)twos + 1023) << 52);
    }

    /// <summary>The natural logarithm of x above 0.</summary>
    public static double Log(double x)
    {
        // Newton's steps on Exp, from the exponent's own estimate; used for tables only, so speed does not matter.
        var guess = (((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF) - 1023) * (Ln2High + Ln2Low);
        for (var step = 0; step < 8; step++)
        {
            var there = Exp(guess);
            guess += 2 * (x - there) / (x + there);
        }

        return guess;
    }
}

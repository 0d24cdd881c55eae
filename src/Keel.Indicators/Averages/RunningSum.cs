namespace Keel.Indicators;

/// <summary>A sum that inputs join and leave, kept to twice the digits of a <see cref="double"/>.</summary>
/// <remarks>
/// A plain running sum keeps the rounding of every input that has long left the window, so that its value depends on where the history began. Here
/// what rounding takes from the sum is kept beside it (Knuth's two-sum), and a mean depends on its own window only.
/// </remarks>
internal struct RunningSum
{
    private double sum;
    private double rest;

    /// <summary>Adds a number; a negative one takes its opposite away.</summary>
    public void Add(double number)
    {
        var total = sum + number;
        var joined = total - sum;
        var lost = sum - (total - joined) + (number - joined) + rest;
        sum = total + lost;
        rest = lost - (sum - total);
    }

    /// <summary>The sum divided by a count, rounded once as if the sum were exact.</summary>
    public readonly double DividedBy(int count)
    {
        var quotient = sum / count;
        var left = Math.FusedMultiplyAdd(-quotient, count, sum) + rest;
        return quotient + (left / count);
    }
}

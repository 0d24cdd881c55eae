namespace Keel.Research.Performance;

/// <summary>A sum of doubles that keeps what each addition loses (Neumaier), so that the order of small and large terms does not matter.</summary>
public struct CompensatedSum
{
    private double sum;
    private double lost;

    /// <summary>The sum so far.</summary>
    public readonly double Total => sum + lost;

    /// <summary>Adds one term.</summary>
    public void Add(double term)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    /// <summary>The sum of all values.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var all = new CompensatedSum();
        foreach (var value in values)
        {
            all.Add(value);
        }

        return all.Total;
    }
}

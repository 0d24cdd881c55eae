namespace Keel.Indicators;

/// <summary>The population standard deviation of the last n inputs: <c>√(Σ(x − mean)² / n)</c>.</summary>
/// <remarks>
/// Two passes over the window, oldest input first: <c>mean(x²) − mean(x)²</c> would lose six to nine digits at the price level of an index. A
/// window of equal inputs gives exactly 0. One update costs as much as the window is long.
/// </remarks>
public struct StandardDeviation : ILine<double>
{
    private Window window;
    private RunningSum sum;
    private double value;

    /// <summary>A deviation over so many inputs.</summary>
    public StandardDeviation(int period)
    {
        window = new Window(period);
        value = double.NaN;
    }

    /// <inheritdoc />
    public readonly int WarmUp => window.Length;

    /// <inheritdoc />
    public readonly bool IsWarm => window.IsFull;

    /// <inheritdoc />
    public readonly double Value => value;

    /// <inheritdoc />
    public void Update(in double input)
    {
        sum.Add(-window.Push(input, nameof(StandardDeviation)));
        sum.Add(input);
        if (window.IsFull)
        {
            var mean = sum.DividedBy(window.Length);
            var squares = Squares(window.Newer, mean, Squares(window.Older, mean, 0));
            value = Math.Sqrt(squares / window.Length);
        }
    }

    /// <inheritdoc />
    public void Reset()
    {
        window.Clear();
        sum = default;
        value = double.NaN;
    }

    /// <summary>A deviation of its own that goes on from the same inputs.</summary>
    public readonly StandardDeviation Copy() => this with { window = window.Copy() };

    private static double Squares(ReadOnlySpan<double> inputs, double mean, double before)
    {
        foreach (var input in inputs)
        {
            var distance = input - mean;
            before += distance * distance;
        }

        return before;
    }
}

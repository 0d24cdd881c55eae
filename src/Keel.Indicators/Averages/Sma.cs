namespace Keel.Indicators;

/// <summary>The simple moving average: the mean of the last n inputs, rounded once.</summary>
public struct Sma : ILine<double>
{
    private Window window;
    private RunningSum sum;
    private double value;

    /// <summary>An average over so many inputs.</summary>
    public Sma(int period)
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
        sum.Add(-window.Push(input, nameof(Sma)));
        sum.Add(input);
        if (window.IsFull)
        {
            value = sum.DividedBy(window.Length);
        }
    }

    /// <inheritdoc />
    public void Reset()
    {
        window.Clear();
        sum = default;
        value = double.NaN;
    }

    /// <summary>An average of its own that goes on from the same inputs.</summary>
    public readonly Sma Copy() => this with { window = window.Copy() };
}

namespace Keel.Indicators;

/// <summary>The relative strength index, 0 to 100: <c>100 · G / (G + L)</c>, G and L being the gains and losses from input to input in Wilder's smoothing.</summary>
/// <remarks>The seed is the mean of the first n changes, so that the first value stands at input n + 1. Where nothing ever moved (G + L = 0) it is 0, as in TA-Lib.</remarks>
public struct Rsi : ILine<double>
{
    private WilderAverage gains;
    private WilderAverage losses;
    private double previous;
    private double value;
    private bool hasPrevious;

    /// <summary>An index over so many changes.</summary>
    public Rsi(int period)
    {
        gains = new WilderAverage(period);
        losses = new WilderAverage(period);
        value = double.NaN;
    }

    /// <inheritdoc />
    public readonly int WarmUp => gains.WarmUp + 1;

    /// <inheritdoc />
    public readonly bool IsWarm => gains.IsWarm;

    /// <inheritdoc />
    public readonly double Value => value;

    /// <inheritdoc />
    public void Update(in double input)
    {
        if (hasPrevious)
        {
            Take(input - previous);
        }
        else if (gains.WarmUp == 0)
        {
            Period.IsMissing(nameof(Rsi));
        }

        previous = input;
        hasPrevious = true;
    }

    /// <inheritdoc />
    public void Reset()
    {
        gains.Reset();
        losses.Reset();
        value = double.NaN;
        hasPrevious = false;
    }

    private void Take(double change)
    {
        gains.Update(change > 0 ? change : 0);
        losses.Update(change < 0 ? -change : 0);
        if (gains.IsWarm)
        {
            var moved = gains.Value + losses.Value;
            value = moved > 0 ? 100 * (gains.Value / moved) : 0;
        }
    }
}

using System.Runtime.CompilerServices;

namespace Keel.Indicators;

/// <summary>Wilder's smoothing: <c>w = (w * (n - 1) + x) / n</c>, seeded with the mean of the first n inputs.</summary>
/// <remarks>It is an exponential average with weight 1 / n, in Wilder's own order of operations, which ATR and RSI keep.</remarks>
public struct WilderAverage : ILine<double>
{
    private readonly double kept;
    private readonly double all;
    private double value;
    private double sum;
    private int seen;
    private bool isWarm;

    /// <summary>An average over so many inputs.</summary>
    public WilderAverage(int period)
    {
        all = Period.Checked(period);
        kept = period - 1;
        value = double.NaN;
    }

    /// <inheritdoc />
    public readonly int WarmUp => (int)all;

    /// <inheritdoc />
    public readonly bool IsWarm => isWarm;

    /// <inheritdoc />
    public readonly double Value => value;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in double input)
    {
        if (isWarm)
        {
            value = ((value * kept) + input) / all;
            return;
        }

        if (all == 0)
        {
            Period.IsMissing(nameof(WilderAverage));
        }

        sum += input;
        seen++;
        if (seen == WarmUp)
        {
            value = sum / all;
            isWarm = true;
        }
    }

    /// <inheritdoc />
    public void Reset()
    {
        value = double.NaN;
        sum = 0;
        seen = 0;
        isWarm = false;
    }
}

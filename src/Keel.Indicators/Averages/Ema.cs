using System.Runtime.CompilerServices;

namespace Keel.Indicators;

/// <summary>The exponential moving average: <c>e = e + k * (x - e)</c> with <c>k = 2 / (n + 1)</c>, seeded with the mean of the first n inputs.</summary>
/// <remarks>
/// Subtract, multiply, add, each rounded by itself: never fused, since the last bit decides crosses. The sum of the seed is exact where the inputs are
/// whole ticks, its division is rounded once. The seeding stands within the update on purpose: without a call, a loop keeps the
/// whole state in registers (measured: half the time per bar, equal to a loop written by hand).
/// </remarks>
public struct Ema : ILine<double>
{
    private readonly double weight;
    private readonly int period;
    private double value;
    private double sum;
    private int seen;
    private bool isWarm;

    /// <summary>An average over so many inputs.</summary>
    public Ema(int period)
    {
        this.period = Period.Checked(period);
        weight = 2.0 / (period + 1);
        value = double.NaN;
    }

    /// <inheritdoc />
    public readonly int WarmUp => period;

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
            value += weight * (input - value);
            return;
        }

        if (period == 0)
        {
            Period.IsMissing(nameof(Ema));
        }

        sum += input;
        seen++;
        if (seen == period)
        {
            value = sum / period;
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

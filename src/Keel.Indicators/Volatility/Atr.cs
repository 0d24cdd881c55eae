using System.Runtime.CompilerServices;
using Keel.Domain.Markets;

namespace Keel.Indicators;

/// <summary>The average true range: Wilder's smoothing of <see cref="TrueRange"/>, seeded with the mean of the first n ranges (of bars 2 to n + 1); in ticks for bars.</summary>
public struct Atr : ILine<Bar>
{
    private TrueRange range;
    private WilderAverage average;

    /// <summary>An average over so many ranges.</summary>
    public Atr(int period) => average = new WilderAverage(period);

    /// <inheritdoc />
    public readonly int WarmUp => average.WarmUp + 1;

    /// <inheritdoc />
    public readonly bool IsWarm => average.IsWarm;

    /// <inheritdoc />
    public readonly double Value => average.Value;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in Bar input) => Update(input.High.InTicks, input.Low.InTicks, input.Close.InTicks);

    /// <summary>Takes the next bar's high, low and close.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double high, double low, double close)
    {
        range.Update(high, low, close);
        if (range.IsWarm)
        {
            average.Update(range.Value);
        }
        else if (average.WarmUp == 0)
        {
            Period.IsMissing(nameof(Atr));
        }
    }

    /// <inheritdoc />
    public void Reset()
    {
        range.Reset();
        average.Reset();
    }
}

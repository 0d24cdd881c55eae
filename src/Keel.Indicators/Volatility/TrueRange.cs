using System.Runtime.CompilerServices;
using Keel.Domain.Markets;

namespace Keel.Indicators;

/// <summary>How far a bar moved, the gap from the last close included: <c>max(h − l, |h − c₋₁|, |l − c₋₁|)</c>; in ticks for bars, else in the unit of the numbers given.</summary>
/// <remarks>The first bar has none: there is no close before it.</remarks>
public struct TrueRange : ILine<Bar>
{
    private double previousClose;
    private double value;
    private int seen;

    /// <inheritdoc />
    public readonly int WarmUp => 2;

    /// <inheritdoc />
    public readonly bool IsWarm => seen == 2;

    /// <inheritdoc />
    public readonly double Value => IsWarm ? value : double.NaN;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in Bar input) => Update(input.High.InTicks, input.Low.InTicks, input.Close.InTicks);

    /// <summary>Takes the next bar's high, low and close.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double high, double low, double close)
    {
        if (seen == 0)
        {
            seen = 1;
        }
        else
        {
            // The same number as the greatest of the three distances, to the last bit.
            var top = high > previousClose ? high : previousClose;
            var bottom = low < previousClose ? low : previousClose;
            value = top - bottom;
            seen = 2;
        }

        previousClose = close;
    }

    /// <inheritdoc />
    public void Reset() => this = default;
}

using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Indicators;

/// <summary>Donchian's channel: the highest high and the lowest low of the last n bars, the current one included.</summary>
/// <remarks>
/// A breakout asks whether a bar leaves the channel of the bars before it: read the channel, then update it. A stop at the last swing is the
/// channel's other side. While it is not warm, the prices are those of the bars seen so far.
/// </remarks>
public struct Channel : IIndicator<Bar>
{
    private Highest highs;
    private Lowest lows;

    /// <summary>A channel of so many bars.</summary>
    public Channel(int period)
    {
        highs = new Highest(period);
        lows = new Lowest(period);
    }

    /// <inheritdoc />
    public readonly int WarmUp => highs.WarmUp;

    /// <inheritdoc />
    public readonly bool IsWarm => highs.IsWarm;

    /// <summary>The highest high; throws before the first bar.</summary>
    public readonly Price HighestHigh => Side(highs.SoFar);

    /// <summary>The lowest low; throws before the first bar.</summary>
    public readonly Price LowestLow => Side(lows.SoFar);

    /// <inheritdoc />
    public void Update(in Bar input)
    {
        highs.Update(input.High.InTicks);
        lows.Update(input.Low.InTicks);
    }

    /// <inheritdoc />
    public void Reset()
    {
        highs.Reset();
        lows.Reset();
    }

    /// <summary>A channel of its own that goes on from the same bars.</summary>
    public readonly Channel Copy() => this with { highs = highs.Copy(), lows = lows.Copy() };

    // Prices of bars lie within an int, which a double holds exactly.
    private static Price Side(double ticks) =>
        double.IsNaN(ticks)
            ? throw new InvalidOperationException("a channel has no sides before its first bar")
            : new Price((long)ticks);
}

using Keel.Domain;

namespace Keel.Trading.Sizing;

/// <summary>What one contract fluctuates in a year, in money, from what its price does in a bar.</summary>
public static class YearlyVolatility
{
    /// <summary>One standard deviation of a year by the square root of time, rounded up to the cent; null when the bar's is not known.</summary>
    /// <param name="ticksPerBar">One standard deviation of a bar's change, in ticks; an average range such as ATR overstates it, to the safe side.</param>
    /// <param name="barsPerYear">How many such bars trade in a year.</param>
    /// <param name="tickValue">What one tick of one contract is worth.</param>
    public static Money? OfOne(double ticksPerBar, double barsPerYear, Money tickValue)
    {
        var ticks = ticksPerBar * Math.Sqrt(barsPerYear);
        return ticks is > 0 and < 1e9 && tickValue > Money.Zero
            ? Money.From(decimal.Round((decimal)ticks * tickValue.Amount, 2, MidpointRounding.ToPositiveInfinity))
            : null;
    }
}

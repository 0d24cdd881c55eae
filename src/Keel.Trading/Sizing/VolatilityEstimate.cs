using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Core;

namespace Keel.Trading.Sizing;

/// <summary>What one contract fluctuates in a year, measured on the bars of the last trading days, nights included.</summary>
/// <remarks>
/// A day's variance is the sum of the squared changes from close to close, of bars of one minute where bars are shorter: below that the
/// bounce between bid and ask would count as fluctuation. The year is the mean of the days times their number.
/// </remarks>
public sealed class VolatilityEstimate
{
    private readonly double[] variances;
    private readonly int least;
    private readonly double daysPerYear;
    private readonly Money tickValue;
    private MinuteBar minute;
    private int ended;
    private int today = int.MinValue;
    private bool isWhole;
    private long lastClose = long.MinValue;
    private double sum;

    /// <summary>An estimate from the latest days of a window, once there are enough whole ones.</summary>
    public VolatilityEstimate(Instrument instrument, Span barLength, int window = 20, int least = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, least);
        variances = new double[window];
        this.least = least;
        daysPerYear = instrument.Perpetual is null ? 252 : 365;
        tickValue = Money.From(instrument.TickValue);
        minute = new MinuteBar(barLength);
    }

    /// <summary>Money of one contract and one standard deviation, in units; 0 while there are too few days.</summary>
    public long OfOne { get; private set; }

    /// <summary>A bar has closed on a trading day (days since 1970).</summary>
    public void Update(in Bar bar, int day)
    {
        if (day != today)
        {
            EndDay();
            today = day;
        }

        if (!minute.Add(in bar))
        {
            return;
        }

        if (lastClose != long.MinValue)
        {
            var change = (double)(minute.Close - lastClose);
            sum += change * change;
        }

        lastClose = minute.Close;
    }

    // The first day has no beginning, so that it counts for too little.
    private void EndDay()
    {
        if (isWhole)
        {
            variances[ended % variances.Length] = sum;
            ended = ended + 1 == 2 * variances.Length ? variances.Length : ended + 1;
            OfOne = Math.Min(ended, variances.Length) >= least ? Estimate() : 0;
        }

        isWhole = today != int.MinValue;
        sum = 0;
    }

    private long Estimate()
    {
        var (days, total) = (Math.Min(ended, variances.Length), 0.0);
        for (var i = 0; i < days; i++)
        {
            total += variances[i];
        }

        return YearlyVolatility.OfOne(Math.Sqrt(total / days), daysPerYear, tickValue)?.Units ?? 0;
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Indicators;

namespace Keel.Trading.Conditions;

/// <summary>Range and volume of the minute that has ended, beside what is normal for that minute of the day.</summary>
/// <remarks>Bars shorter than a minute are joined; longer ones are taken as they are and compared with their own past. A minute without a bar has no volume.</remarks>
public sealed class MinuteNormals
{
    private readonly MinuteOfDayAverage normalRange;
    private readonly MinuteOfDayAverage normalVolume;
    private readonly int leastDays;
    private readonly int step;
    private readonly bool joins;
    private Atr range;
    private int day = int.MinValue;
    private int minute;
    private long high;
    private long low;
    private long close;
    private long volume;

    /// <summary>The normals for bars of a length.</summary>
    public MinuteNormals(Span barLength, int days = 20, int leastDays = 20, int rangeMinutes = 14)
    {
        (normalRange, normalVolume) = (new MinuteOfDayAverage(days), new MinuteOfDayAverage(days));
        (this.leastDays, range) = (leastDays, new Atr(rangeMinutes));
        step = Math.Max(1, (int)(barLength.Nanoseconds / Span.FromMinutes(1).Nanoseconds));
        joins = barLength < Span.FromMinutes(1);
    }

    /// <summary>The average range of a minute, in ticks; not a number until it is known.</summary>
    public double Range => range.IsWarm ? range.Value : double.NaN;

    /// <summary>The range as a multiple of the normal one; not a number until both are known.</summary>
    public double RangeRatio { get; private set; } = double.NaN;

    /// <summary>The volume as a share of the normal one; the least of the minutes that ended with the last update. Not a number until it is known.</summary>
    public double VolumeRatio { get; private set; } = double.NaN;

    /// <summary>Takes a bar, its trading day, and the minute of the day in which it began; true when that ends a minute.</summary>
    public bool Update(in Bar bar, int day, int minute)
    {
        var ends = joins ? this.day != int.MinValue && (day != this.day || minute != this.minute) : true;
        if (!joins)
        {
            VolumeRatio = double.NaN;
            PassSilence(day, minute);
            Begin(in bar, day, minute);
            End();
            return ends;
        }

        if (ends)
        {
            VolumeRatio = double.NaN;
            End();
            PassSilence(day, minute);
        }

        if (ends || this.day == int.MinValue)
        {
            Begin(in bar, day, minute);
            return ends;
        }

        high = Math.Max(high, bar.High.InTicks);
        low = Math.Min(low, bar.Low.InTicks);
        close = bar.Close.InTicks;
        volume += bar.Volume.Lots;
        return ends;
    }

    private void Begin(in Bar bar, int day, int minute)
    {
        (this.day, this.minute) = (day, minute);
        (high, low, close) = (bar.High.InTicks, bar.Low.InTicks, bar.Close.InTicks);
        volume = bar.Volume.Lots;
    }

    private void End()
    {
        range.Update(high, low, close);
        if (range.IsWarm)
        {
            normalRange.Update(minute, day, range.Value);
            RangeRatio = Ratio(range.Value, normalRange, minute);
        }

        Count(minute, volume);
    }

    // Only within a trading day: nothing could trade between two of them.
    private void PassSilence(int day, int minute)
    {
        if (day != this.day)
        {
            return;
        }

        var silent = ((minute - this.minute + MinuteOfDayAverage.Minutes) % MinuteOfDayAverage.Minutes / step) - 1;
        for (var i = 1; i <= silent; i++)
        {
            Count((this.minute + (i * step)) % MinuteOfDayAverage.Minutes, 0);
        }
    }

    private void Count(int minute, long volume)
    {
        normalVolume.Update(minute, day, volume);
        var ratio = Ratio(volume, normalVolume, minute);
        VolumeRatio = VolumeRatio < ratio ? VolumeRatio : ratio;
    }

    private double Ratio(double value, MinuteOfDayAverage normal, int minute) =>
        normal.DaysKnown(minute, day) >= leastDays && normal.Average(minute, day) is > 0 and var usual
            ? value / usual
            : double.NaN;
}

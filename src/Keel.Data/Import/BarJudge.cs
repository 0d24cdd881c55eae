using System.Runtime.CompilerServices;
using Keel.Data.Import.Clock;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Import;

/// <summary>
/// Turns rows into bars, in order, one month at a time; every row that is no bar gets its reason. A price far away from the bars around it
/// is held back until the bars after it tell whether the market moved or the row is wrong.
/// </summary>
internal sealed class BarJudge
{
    private const long NotPriced = long.MinValue;
    private const int SuspectsThatMakeAMove = 5;
    private readonly long tick;
    private readonly long lot;
    private readonly long shift;
    private readonly long grid;
    private readonly long rounding;
    private readonly bool roundsVolume;
    private readonly Func<long, long>? openOfDate;
    private readonly LocalClock? clock;
    private readonly IReadOnlySet<long> spikes;
    private readonly Action<int, int, BarSeries, Series<long>> onMonth;
    private readonly List<(Bar Bar, long Row)> suspects = [];
    private BarSeries month = new();
    private Series<long> rows = new();
    private long monthEnd = long.MinValue;
    private (int Year, int Month) present;
    private long last = long.MinValue;
    private long reference = NotPriced;
    private double usualRange;
    private long accepted;

    public BarJudge(JudgeRules rules, IReadOnlySet<long> spikes, Action<int, int, BarSeries, Series<long>> onMonth)
    {
        tick = (long)(rules.Grid.Tick * RawBar.One);
        lot = (long)(rules.Lot * RawBar.One);
        clock = rules.Reading is { } reading && reading.ZoneName != "UTC" ? new LocalClock(reading.Zone) : null;
        var interval = rules.IntervalSeconds * Timestamp.NanosecondsPerSecond;
        shift = rules.Reading?.Stamp == Stamp.Close ? interval : 0;
        // Up to five minutes, bars begin on multiples of their length; longer ones begin with the session, on a whole second.
        grid = rules.IntervalSeconds is > 0 and <= 300 ? interval : Timestamp.NanosecondsPerSecond;
        rounding = rules.Rounding;
        roundsVolume = rules.RoundsVolume;
        openOfDate = rules.OpenOfDate;
        this.spikes = spikes;
        this.onMonth = onMonth;
    }

    /// <summary>Rows that were refused, with the reason.</summary>
    public List<(long Row, RowFault Fault)> Faults { get; } = [];

    /// <summary>Rows that repeat a bar, value for value.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Judges the next rows.</summary>
    public void Judge(Span<RawBar> batch)
    {
        foreach (ref var row in batch)
        {
            var fault = row.Fault != RowFault.None ? row.Fault : Judge(ref row);
            if (fault != RowFault.None)
            {
                Refuse(row.Row, fault);
            }
        }
    }

    /// <summary>Ends the last month.</summary>
    public void Finish()
    {
        if (suspects.Count > 1 && SuspectsAgree())
        {
            // Nothing comes after them to tell; but several that agree are a market that moved.
            AcceptSuspects();
        }

        foreach (var (_, row) in suspects)
        {
            Refuse(row, RowFault.PriceSpike);
        }

        suspects.Clear();
        Flush();
    }

    private RowFault Judge(ref RawBar row)
    {
        if (openOfDate is not null)
        {
            row.Time = openOfDate(row.Time);
        }

        if (clock is not null && !clock.TryToUtc(row.Time, out row.Time))
        {
            return RowFault.NoSuchLocalTime;
        }

        var time = row.Time - shift;
        if (time < 0 || time > Bar.LastOpenTime.UnixNanoseconds)
        {
            return RowFault.AbsurdTime;
        }

        if (time % grid != 0)
        {
            return RowFault.TimeOffInterval;
        }

        if (spikes.Count > 0 && spikes.Contains(row.Row))
        {
            return RowFault.TimeSpike;
        }

        var fault = ToTicks(row.Open, out var open);
        fault = fault == RowFault.None ? ToTicks(row.High, out var high) : Nothing(out high, fault);
        fault = fault == RowFault.None ? ToTicks(row.Low, out var low) : Nothing(out low, fault);
        fault = fault == RowFault.None ? ToTicks(row.Close, out var close) : Nothing(out close, fault);
        if (fault != RowFault.None)
        {
            return fault;
        }

        if (!Bar.Holds(open, high, low, close))
        {
            return high < low ? RowFault.HighBelowLow
                : open > high || open < low ? RowFault.OpenOutsideRange
                : RowFault.CloseOutsideRange;
        }

        if (row.Volume < 0)
        {
            return RowFault.NegativeVolume;
        }

        var (volume, rest) = Math.DivRem(row.Volume, lot);
        if (rest != 0 && !roundsVolume)
        {
            return RowFault.FractionalVolume;
        }

        if (volume > Bar.MaxVolume)
        {
            return RowFault.AbsurdVolume;
        }

        return Place(new Bar(time, open, high, low, close, volume), row.Row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RowFault ToTicks(long price, out int ticks)
    {
        var (quotient, rest) = Math.DivRem(price, tick);
        if (rest != 0)
        {
            // A binary fraction is a hair beside the decimal that was meant.
            var beyond = rest < 0 ? rest + tick : rest;
            var below = price - beyond;
            if (beyond <= rounding)
            {
                quotient = below / tick;
            }
            else if (tick - beyond <= rounding)
            {
                quotient = (below + tick) / tick;
            }
            else
            {
                ticks = 0;
                return RowFault.OffTick;
            }
        }

        ticks = (int)Math.Clamp(quotient, int.MinValue, int.MaxValue);
        return ticks == quotient ? RowFault.None : RowFault.AbsurdPrice;
    }

    private static RowFault Nothing(out int ticks, RowFault fault)
    {
        ticks = 0;
        return fault;
    }

    private RowFault Place(Bar bar, long row)
    {
        var time = bar.OpenTime.UnixNanoseconds;
        if (time <= last)
        {
            return Behind(bar);
        }

        if (IsFarAway(in bar))
        {
            last = time;
            suspects.Add((bar, row));
            if (suspects.Count >= SuspectsThatMakeAMove)
            {
                AcceptSuspects();
            }

            return RowFault.None;
        }

        if (suspects.Count > 0)
        {
            // The market is back where it was: it never went there.
            foreach (var (_, suspect) in suspects)
            {
                Refuse(suspect, RowFault.PriceSpike);
            }

            suspects.Clear();
        }

        last = time;
        Accept(in bar, row);
        return RowFault.None;
    }

    private void AcceptSuspects()
    {
        if (accepted == 1)
        {
            // The very first bar is the one that stands alone.
            Refuse(rows[0], RowFault.PriceSpike);
            month = new BarSeries();
            rows = new Series<long>();
        }

        foreach (var (suspect, suspectRow) in suspects)
        {
            Accept(in suspect, suspectRow);
        }

        suspects.Clear();
    }

    private bool SuspectsAgree()
    {
        var (low, high) = (suspects.Min(suspect => suspect.Bar.Low.InTicks), suspects.Max(suspect => suspect.Bar.High.InTicks));
        return (high - low) * 100 <= Math.Abs(low) * 15;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFarAway(in Bar bar)
    {
        if (reference == NotPriced)
        {
            return false;
        }

        var farthest = Math.Max(Math.Abs(bar.High.InTicks - reference), Math.Abs(bar.Low.InTicks - reference));
        return farthest > 50 * usualRange && farthest * 100 > Math.Abs(reference) * 15 && farthest > 100;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accept(in Bar bar, long row)
    {
        var time = bar.OpenTime.UnixNanoseconds;
        if (time >= monthEnd)
        {
            Flush();
            StartMonth(bar.OpenTime);
        }

        month.Add(bar);
        rows.Add(row);
        accepted++;
        reference = bar.Close.InTicks;
        usualRange += ((bar.High.InTicks - bar.Low.InTicks + 1) - usualRange) * 0.02;
    }

    /// <summary>A row that is not later than the last: the same bar again, another one for its time, or one that came too late.</summary>
    private RowFault Behind(Bar bar)
    {
        foreach (var (suspect, _) in suspects)
        {
            if (suspect.OpenTime == bar.OpenTime)
            {
                return suspect == bar ? RowFault.Duplicate : RowFault.ConflictingDuplicate;
            }
        }

        var (low, high) = (0, month.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var there = month[middle];
            if (there.OpenTime == bar.OpenTime)
            {
                return there == bar ? RowFault.Duplicate : RowFault.ConflictingDuplicate;
            }

            (low, high) = there.OpenTime < bar.OpenTime ? (middle + 1, high) : (low, middle - 1);
        }

        return RowFault.TimeBackward;
    }

    private void Refuse(long row, RowFault fault)
    {
        Duplicates += fault == RowFault.Duplicate ? 1 : 0;
        Faults.Add((row, fault));
    }

    private void StartMonth(Timestamp time)
    {
        var day = DateTime.UnixEpoch.AddTicks(time.UnixNanoseconds / 100);
        present = (day.Year, day.Month);
        var next = new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
        monthEnd = (next - DateTime.UnixEpoch).Ticks * 100;
    }

    private void Flush()
    {
        if (month.Count > 0)
        {
            onMonth(present.Year, present.Month, month, rows);
            month = new BarSeries();
            rows = new Series<long>();
        }
    }
}

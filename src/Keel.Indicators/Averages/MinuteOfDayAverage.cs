namespace Keel.Indicators;

/// <summary>What is normal at this minute of the day: the mean of a value, such as range or volume, at the same minute of the last days.</summary>
/// <remarks>
/// The caller numbers minutes (0 to 1439, in any zone that keeps the market's habits at the same minute) and days (growing). Only days on which the minute had
/// a value count: where a minute without a trade means a volume of 0, give 0. The day asked about is left out, so that a value is
/// never compared with itself. A class, since it holds a day's worth of windows; all its memory is taken when it is made.
/// </remarks>
public sealed class MinuteOfDayAverage
{
    /// <summary>Minutes in a day.</summary>
    public const int Minutes = 1440;

    private readonly int days;
    private readonly double[] values;
    private readonly MinuteRecord[] records = new MinuteRecord[Minutes];

    /// <summary>The mean over so many days.</summary>
    public MinuteOfDayAverage(int days = 20)
    {
        this.days = days is >= 1 and <= 1000
            ? days
            : throw new ArgumentOutOfRangeException(nameof(days), days, "an average over 1 to 1000 days");
        values = new double[Minutes * days];
    }

    /// <summary>On how many days before this one the minute had a value, at most as many as the average is over.</summary>
    public int DaysKnown(int minute, int day)
    {
        ref readonly var record = ref RecordAt(minute, day);
        return record.IsOn(day) ? record.KnownBefore : record.Known;
    }

    /// <summary>Whether the minute had a value on all the days that the average is over.</summary>
    public bool IsWarm(int minute, int day) => DaysKnown(minute, day) == days;

    /// <summary>The mean at this minute over the days known before this one; not a number where none is.</summary>
    public double Average(int minute, int day)
    {
        ref readonly var record = ref RecordAt(minute, day);
        var (known, average) = record.IsOn(day) ? (record.KnownBefore, record.MeanBefore) : (record.Known, record.Mean);
        return known > 0 ? average : double.NaN;
    }

    /// <summary>Takes the value of a minute of a day; a second one for the same minute and day takes the first one's place.</summary>
    public void Update(int minute, int day, double value)
    {
        ref var record = ref RecordAt(minute, day);
        if (!record.IsOn(day))
        {
            record.Begin(day, days);
        }

        var window = values.AsSpan(minute * days, days);
        window[record.Place] = value;
        var older = window[(record.Place + 1)..record.Known];
        var newer = window[..(record.Place + 1)];
        record.Mean = Sum(newer, Sum(older, 0)) / record.Known;
    }

    /// <summary>Forgets all days.</summary>
    public void Reset() => Array.Clear(records);

    // Oldest first, so that the last bit does not depend on where in the ring a window begins.
    private static double Sum(ReadOnlySpan<double> window, double before)
    {
        foreach (var value in window)
        {
            before += value;
        }

        return before;
    }

    private ref MinuteRecord RecordAt(int minute, int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minute);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minute, Minutes);
        ref var record = ref records[minute];
        if (record.Known > 0 && day < record.Day)
        {
            throw new ArgumentOutOfRangeException(
                nameof(day),
                day,
                $"days go on: minute {minute} has a value of day {record.Day}"
            );
        }

        return ref record;
    }

    private struct MinuteRecord
    {
        public int Day;
        public int Place;
        public int Known;
        public int KnownBefore;
        public double Mean;
        public double MeanBefore;

        public readonly bool IsOn(int day) => Known > 0 && Day == day;

        public void Begin(int day, int days)
        {
            Place = Known == 0 || Place + 1 == days ? 0 : Place + 1;
            KnownBefore = Known;
            MeanBefore = Mean;
            Known = Math.Min(Known + 1, days);
            Day = day;
        }
    }
}

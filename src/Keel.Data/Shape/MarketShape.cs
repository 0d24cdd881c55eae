using Keel.Domain.Markets;

namespace Keel.Data.Shape;

/// <summary>The figures by which one-minute bars show what sort of market they come from. Each is computed as the reference says.</summary>
public sealed class MarketShape
{
    private const double BasisPoints = 1e4;

    // A bar without range counts as half a tick where logarithms are taken.
    private const double SmallestRange = 0.5;

    private readonly MinuteColumn column;
    private readonly SegmentedSeries returns = new();
    private readonly SegmentedSeries absolute = new();
    private readonly SegmentedSeries adjusted = new();
    private readonly SegmentedSeries absoluteAdjusted = new();
    private readonly SegmentedSeries logVolume = new();
    private readonly List<long> tickChanges = [];
    private readonly List<int> halfHours = [];
    private readonly List<double> ranges = [];
    private readonly List<double> volumes = [];
    private readonly List<double> dayVolatility = [];

    private MarketShape(MinuteColumn column)
    {
        this.column = column;
        Measure();
    }

    /// <summary>Which hours the figures are about.</summary>
    public HoursColumn Column => column.Column;

    /// <summary>Trading days that have a segment.</summary>
    public int Days => column.Days;

    /// <summary>Stretches without a hole of more than ten minutes.</summary>
    public int Segments => column.Segments;

    /// <summary>How many one-minute returns there are.</summary>
    public int Returns => returns.Count;

    /// <summary>The mean return, in basis points.</summary>
    public double MeanBp => returns.Mean * BasisPoints;

    /// <summary>The standard deviation of returns, in basis points.</summary>
    public double SdBp => returns.Sd * BasisPoints;

    /// <summary>The mean size of returns, in basis points.</summary>
    public double MeanAbsBp => absolute.Mean * BasisPoints;

    /// <summary>The standard deviation of changes, in ticks.</summary>
    public double SdTicks { get; private set; }

    /// <summary>The largest change either way, in ticks.</summary>
    public long LargestTicks => tickChanges.Max(Math.Abs);

    /// <summary>The skew of returns.</summary>
    public double Skew => returns.StandardMoment(3);

    /// <summary>The kurtosis of returns less that of a normal.</summary>
    public double ExcessKurtosis => returns.StandardMoment(4) - 3;

    /// <summary>The same after each return was divided by the root mean square of its half hour.</summary>
    public double ExcessKurtosisAdjusted => adjusted.StandardMoment(4) - 3;

    /// <summary>Bars from low to high, in ticks, averaged.</summary>
    public double RangeMean => ranges.Average();

    /// <summary>The range of the middle bar, in ticks.</summary>
    public double RangeMedian => Quantile(ranges, 0.5);

    /// <summary>The range that one bar in twenty exceeds, in ticks.</summary>
    public double Range95 => Quantile(ranges, 0.95);

    /// <summary>The share of bars whose high is their low.</summary>
    public double ZeroRangeShare => ranges.Count(range => range == 0) / (double)ranges.Count;

    /// <summary>All bodies over all ranges.</summary>
    public double BodyToRange { get; private set; }

    /// <summary>Lots a bar, on average.</summary>
    public double VolumeMean => volumes.Average();

    /// <summary>Lots of the middle bar.</summary>
    public double VolumeMedian => Quantile(volumes, 0.5);

    /// <summary>The correlation of the size of a return with the logarithm of volume.</summary>
    public double CorrAbsVolume { get; private set; }

    /// <summary>The correlation of the logarithms of range and volume, a bar without range counting as half a tick.</summary>
    public double CorrRangeVolume { get; private set; }

    /// <summary>The share of bars that open where the last one closed.</summary>
    public double OpenEqualsClose { get; private set; }

    /// <summary>The share of bars that open one tick from where the last one closed.</summary>
    public double OpenOneTickOff { get; private set; }

    /// <summary>The share of minutes inside segments without a trade.</summary>
    public double AbsentMinutes { get; private set; }

    /// <summary>The days' realised volatilities, in per cent.</summary>
    public IReadOnlyList<double> DayVolatility => dayVolatility;

    /// <summary>The standard deviation of the logarithm of the days' volatility.</summary>
    public double SdLogDayVolatility
    {
        get
        {
            var logs = dayVolatility.ConvertAll(Math.Log);
            var mean = logs.Average();
            return Math.Sqrt(logs.Sum(log => (log - mean) * (log - mean)) / (logs.Count - 1));
        }
    }

    /// <summary>The half hours that have bars, by the clock.</summary>
    public IReadOnlyList<HalfHourShape> Profile { get; private set; } = [];

    /// <summary>The figures of these one-minute bars, in order of time, within a column.</summary>
    public static MarketShape Of(ReadOnlySpan<Bar> bars, HoursColumn hours) => new(MinuteColumn.Of(bars, hours));

    /// <summary>The share of changes of so many ticks, either way, from one size to another.</summary>
    public double ShareOfChanges(int fromTicks, int toTicks) =>
        tickChanges.Count(change => Math.Abs(change) >= fromTicks && Math.Abs(change) <= toTicks) / (double)tickChanges.Count;

    /// <summary>The share of returns beyond so many standard deviations.</summary>
    public double ShareBeyond(double deviations) => returns.ShareBeyond(deviations);

    /// <summary>The autocorrelation of returns.</summary>
    public double AcfReturns(int lag) => returns.Autocorrelation(lag);

    /// <summary>
    /// The standard error of that figure when returns are unrelated but their sizes are not: above 1/√n, since stormy minutes
    /// come together and a few of them carry the sum.
    /// </summary>
    public double AcfError(int lag) => returns.AutocorrelationError(lag);

    /// <summary>The autocorrelation of the size of returns.</summary>
    public double AcfAbs(int lag) => absolute.Autocorrelation(lag);

    /// <summary>The same after each size was divided by the mean size of its half hour.</summary>
    public double AcfAbsAdjusted(int lag) => absoluteAdjusted.Autocorrelation(lag);

    /// <summary>The autocorrelation of the logarithm of volume.</summary>
    public double AcfLogVolume(int lag) => logVolume.Autocorrelation(lag);

    /// <summary>The variance of so many minutes over that of as many independent ones.</summary>
    public double VarianceRatio(int minutes) => returns.VarianceRatio(minutes);

    /// <summary>The half hour that begins at this time, such as <c>09:30</c>; null when it has no bars.</summary>
    public HalfHourShape? At(string start) =>
        Profile.FirstOrDefault(half => string.Equals(half.Start, start, StringComparison.Ordinal));

    private static double Quantile(List<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private void Measure()
    {
        var rows = column.Rows;
        var absAtVolume = new SegmentedSeries();
        var volumeAtAbs = new SegmentedSeries();
        var logRange = new SegmentedSeries();
        var volumeAtRange = new SegmentedSeries();
        var (body, range, absent) = (0.0, 0.0, 0);
        var (same, one, opens) = (0, 0, 0);
        var squares = new SortedDictionary<int, double>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Traded)
            {
                ranges.Add(row.Range);
                volumes.Add(row.Volume);
                body += Math.Abs(row.Close - row.Open);
                range += row.Range;
                logVolume.Add(Math.Log(Math.Max(1, row.Volume)), row.Segment);
                if (row.Volume > 0)
                {
                    logRange.Add(Math.Log(Math.Max(row.Range, SmallestRange)), row.Segment);
                    volumeAtRange.Add(Math.Log(row.Volume), row.Segment);
                }
            }
            else
            {
                absent++;
                logVolume.Add(double.NaN, row.Segment);
            }

            if (i == 0 || rows[i - 1].Segment != row.Segment)
            {
                continue;
            }

            var r = Math.Log((double)row.Close / rows[i - 1].Close);
            returns.Add(r, row.Segment);
            absolute.Add(Math.Abs(r), row.Segment);
            tickChanges.Add(row.Close - rows[i - 1].Close);
            halfHours.Add(row.HalfHour);
            squares[row.Day] = squares.GetValueOrDefault(row.Day) + (r * r);
            if (row.Traded)
            {
                var off = Math.Abs(row.Open - rows[i - 1].Close);
                opens++;
                same += off == 0 ? 1 : 0;
                one += off == 1 ? 1 : 0;
                if (row.Volume > 0)
                {
                    absAtVolume.Add(Math.Abs(r), row.Segment);
                    volumeAtAbs.Add(Math.Log(row.Volume), row.Segment);
                }
            }
        }

        BodyToRange = body / range;
        AbsentMinutes = rows.Count == 0 ? double.NaN : absent / (double)rows.Count;
        OpenEqualsClose = same / (double)opens;
        OpenOneTickOff = one / (double)opens;
        CorrAbsVolume = absAtVolume.CorrelationWith(volumeAtAbs);
        CorrRangeVolume = logRange.CorrelationWith(volumeAtRange);
        SdTicks = Spread(tickChanges);
        dayVolatility.AddRange(squares.Values.Select(sum => Math.Sqrt(sum) * 100));
        MeasureHalfHours();
    }

    private void MeasureHalfHours()
    {
        var sum = new double[48];
        var square = new double[48];
        var count = new int[48];
        var tradedSum = new double[48];
        var tradedCount = new int[48];
        for (var i = 0; i < returns.Count; i++)
        {
            sum[halfHours[i]] += absolute.Values[i];
            square[halfHours[i]] += returns.Values[i] * returns.Values[i];
            count[halfHours[i]]++;
        }

        var next = 0;
        foreach (var (before, row) in column.Rows.Zip(column.Rows.Skip(1)))
        {
            if (before.Segment != row.Segment)
            {
                continue;
            }

            var half = row.HalfHour;
            var r = returns.Values[next++];
            tradedSum[half] += row.Traded ? Math.Abs(r) : 0;
            tradedCount[half] += row.Traded ? 1 : 0;
            adjusted.Add(square[half] > 0 ? r / Math.Sqrt(square[half] / count[half]) : 0, row.Segment);
            absoluteAdjusted.Add(sum[half] > 0 ? Math.Abs(r) / (sum[half] / count[half]) : 0, row.Segment);
        }

        Profile =
        [
            .. column
                .Rows.Where(row => row.Traded)
                .GroupBy(row => row.HalfHour)
                .OrderBy(group => group.Key)
                .Select(group => new HalfHourShape(
                    group.Key * 30,
                    group.Count(),
                    group.Average(row => row.Range),
                    tradedCount[group.Key] > 0 ? tradedSum[group.Key] / tradedCount[group.Key] * BasisPoints : 0,
                    group.Average(row => row.Volume)
                )),
        ];
    }

    private static double Spread(List<long> changes)
    {
        var mean = changes.Average();
        return Math.Sqrt(changes.Sum(change => (change - mean) * (change - mean)) / changes.Count);
    }
}

using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Shape;

/// <summary>
/// The minutes of one column, cut into segments: one trading day's, ended wherever more than ten minutes are missing. Missing
/// minutes inside carry the last close on. Segments of fewer than thirty minutes are left out.
/// </summary>
internal sealed class MinuteColumn
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;
    private const int LongestHole = 10;
    private const int ShortestSegment = 30;

    private readonly List<MinuteRow> rows = [];

    private MinuteColumn(HoursColumn column) => Column = column;

    public HoursColumn Column { get; }

    /// <summary>The minutes in order, the carried ones among them.</summary>
    public IReadOnlyList<MinuteRow> Rows => rows;

    public int Segments { get; private set; }

    public int Days { get; private set; }

    public static MinuteColumn Of(ReadOnlySpan<Bar> bars, HoursColumn column)
    {
        var made = new MinuteColumn(column);
        var clock = new NewYorkDay();
        var from = 0;
        var lastDay = int.MinValue;
        long lastTime = 0;
        foreach (ref readonly var bar in bars)
        {
            var (day, minute) = clock.Of(bar.OpenTime);
            if (!NewYorkDay.Belongs(minute, column))
            {
                continue;
            }

            var time = bar.OpenTime.UnixNanoseconds;
            var missing = (int)Math.Min(int.MaxValue, ((time - lastTime) / Minute) - 1);
            if (day != lastDay || missing > LongestHole)
            {
                made.EndSegment(from);
                from = made.rows.Count;
            }
            else
            {
                made.Carry(missing, ref clock, lastTime);
            }

            made.rows.Add(new MinuteRow(day, minute, in bar));
            (lastDay, lastTime) = (day, time);
        }

        made.EndSegment(from);
        made.Days = made.rows.Select(row => row.Day).Distinct().Count();
        return made;
    }

    private void Carry(int missing, ref NewYorkDay clock, long lastTime)
    {
        for (var i = 1; i <= missing; i++)
        {
            var (day, minute) = clock.Of(new Timestamp(lastTime + (i * Minute)));
            rows.Add(MinuteRow.Carried(day, minute, rows[^1].Close));
        }
    }

    private void EndSegment(int from)
    {
        if (rows.Count - from < ShortestSegment)
        {
            rows.RemoveRange(from, rows.Count - from);
            return;
        }

        for (var i = from; i < rows.Count; i++)
        {
            rows[i] = rows[i] with { Segment = Segments };
        }

        Segments++;
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Quality;

/// <summary>
/// Finds stretches inside trading hours without bars. What counts as one depends on the hour: in regular hours a single missing minute
/// (a whole minute of missing seconds), outside them ten minutes, because quiet markets do not trade every minute.
/// </summary>
public sealed class GapFinder
{
    /// <summary>How many of the longest gaps are kept.</summary>
    public const int Kept = 20;

    private readonly SessionCursor cursor;
    private readonly TradingCalendar? calendar;
    private readonly long interval;
    private readonly long inRth;
    private readonly long inEth;
    private readonly PriorityQueue<BarGap, long> longest = new();
    private long last = long.MinValue;
    private long lastClose;
    private long lastSessionUntil = long.MinValue;

    /// <summary>A finder for bars of a length, by these hours.</summary>
    public GapFinder(ITradingHours hours, BarLength length)
    {
        cursor = new SessionCursor(hours);
        calendar = hours as TradingCalendar;
        interval = length.IsTradingDay ? Span.FromHours(24).Nanoseconds : length.Length.Nanoseconds;
        inRth = interval < Span.FromMinutes(1).Nanoseconds ? Span.FromMinutes(1).Nanoseconds : interval - 1;
        inEth = Math.Max(Span.FromMinutes(10).Nanoseconds, interval - 1);
    }

    /// <summary>How many gaps there are.</summary>
    public long Count { get; private set; }

    /// <summary>Bars outside every session, on days that the calendar knows.</summary>
    public long OutsideSessions { get; private set; }

    /// <summary>The longest gaps, longest first.</summary>
    public IReadOnlyList<BarGap> Longest =>
        longest.UnorderedItems.Select(item => item.Element).OrderByDescending(gap => gap.Length).ThenBy(gap => gap.From).ToList();

    /// <summary>Takes the next bars into account.</summary>
    public void Look(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            var time = bar.OpenTime.UnixNanoseconds;
            if (time < lastSessionUntil && time - last == interval)
            {
                last = time;
                continue;
            }

            LookCarefully(time);
        }
    }

    private void LookCarefully(long time)
    {
        var part = cursor.MoveTo(time);
        OutsideSessions += part == DayPart.Closed && calendar?.Knows(new Timestamp(time)) == true ? 1 : 0;
        if (last != long.MinValue && time > last)
        {
            Between(last + interval, time, part);
        }

        last = time;
        lastClose = cursor.Close;
        lastSessionUntil = part == DayPart.Closed ? long.MinValue : cursor.Until;
    }

    private void Between(long from, long to, DayPart part)
    {
        var missing = to - from;
        var allowed = part == DayPart.Rth ? inRth : inEth;
        if (missing <= allowed && missing <= inRth)
        {
            return;
        }

        // The break between two sessions is no gap: what is missing at the end of the one and at the start of the other counts by itself.
        var sameSession = lastClose == cursor.Close;
        if (sameSession)
        {
            AddIf(from, to, allowed, cursor.PauseStart, cursor.PauseEnd);
        }
        else
        {
            AddIf(from, lastClose, inEth, 0, 0);
            AddIf(cursor.Open, to, inEth, 0, 0);
        }
    }

    private void AddIf(long from, long to, long allowed, long pauseStart, long pauseEnd)
    {
        var pause = pauseEnd > pauseStart && pauseStart >= from && pauseEnd <= to ? pauseEnd - pauseStart : 0;
        if (to - from - pause <= allowed)
        {
            return;
        }

        Count++;
        var gap = new BarGap(new Timestamp(from), new Timestamp(to));
        longest.Enqueue(gap, gap.Length.Nanoseconds);
        if (longest.Count > Kept)
        {
            longest.Dequeue();
        }
    }
}

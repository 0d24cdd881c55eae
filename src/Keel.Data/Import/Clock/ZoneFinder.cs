using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Import.Clock;

/// <summary>
/// Finds out in which zone, and at which end of the bar, a file stamps its rows. The market closes every evening and every weekend, and that
/// mark moves with daylight saving: a reading is wrong where it puts rows into closed time.
/// </summary>
internal sealed class ZoneFinder
{
    private const long Day = 86_400 * Timestamp.NanosecondsPerSecond;
    private readonly IReadOnlyList<(long Start, long End)> runs;
    private readonly long interval;
    private readonly TradingCalendar calendar;

    public ZoneFinder(IReadOnlyList<(long Start, long End)> runs, int intervalSeconds, TradingCalendar calendar)
    {
        this.runs = runs;
        this.calendar = calendar;
        interval = intervalSeconds * Timestamp.NanosecondsPerSecond;
    }

    /// <summary>What was found: the reading, whether the data prove it, and how many closed times support it.</summary>
    internal sealed record Finding(ClockReading Reading, bool ZoneIsProved, bool StampIsProved, int ClosedTimes);

    /// <summary>What came of reading all runs in one way. Equal signatures are equal instants; equal offsets are equal but for the end of the bar.</summary>
    private sealed record Trial(ClockReading Reading, int Violated, int Closed, long Signature, long Offsets);

    /// <summary>The best reading among zones and ends; null zone or end means any. Null when the data cannot tell the zone.</summary>
    public Finding? Find((string Name, DateTimeZone Zone)? zone, Stamp? stamp)
    {
        var zones = zone is null ? ZoneNames.Candidates : [zone.Value];
        Stamp[] stamps = stamp is null ? [Stamp.Open, Stamp.Close] : [stamp.Value];
        var trials = zones.SelectMany(z => stamps.Select(s => Try(new ClockReading(z.Name, z.Zone, s)))).ToList();
        var best = trials.Min(trial => trial.Violated);
        // A few bad rows put the true reading into closed time; but where one reading fits without any, a worse one is not it.
        var likely = trials.Where(trial => trial.Violated <= (best == 0 ? 0 : best + (trial.Closed / 20))).ToList();
        var winner = likely[0];
        var proves = winner.Closed > 0 && best * 5 <= winner.Closed;
        if (proves && likely.TrueForAll(trial => trial.Signature == winner.Signature))
        {
            return new Finding(winner.Reading, ZoneIsProved: true, StampIsProved: true, winner.Closed);
        }

        // Both ends of the bar fit, in one and the same zone: the zone is known, and a bar is stamped with its opening time unless the file shows otherwise.
        var opens = likely.Where(trial => trial.Reading.Stamp == Stamp.Open).ToList();
        if (
            proves
            && opens.Count > 0
            && opens.TrueForAll(trial => trial.Signature == opens[0].Signature)
            && likely.TrueForAll(trial => trial.Offsets == opens[0].Offsets)
        )
        {
            return new Finding(opens[0].Reading, ZoneIsProved: true, StampIsProved: false, winner.Closed);
        }

        return zone is not null
            ? new Finding(opens.Count > 0 ? opens[0].Reading : likely[0].Reading, false, false, winner.Closed)
            : ByRegularHours(trials);
    }

    /// <summary>Whether the data contradict a zone: it puts rows into most closed times, and another zone into hardly any.</summary>
    public ClockReading? Contradiction((string Name, DateTimeZone Zone) zone, Stamp? stamp)
    {
        var own = Find(zone, stamp)!;
        var ownTrial = Try(own.Reading);
        var open = Find(null, stamp);
        if (open is null || ownTrial.Closed == 0)
        {
            return null;
        }

        var better = Try(open.Reading);
        var mostly = ownTrial.Violated * 10 > ownTrial.Closed * 3 && better.Violated * 5 <= better.Closed;
        // A neighbour's clock agrees for most of the year: three closings that it gets wrong and another does not are enough.
        var partly = open.ZoneIsProved && better.Offsets != ownTrial.Offsets && ownTrial.Violated >= better.Violated + 3;
        return
            mostly
            || partly
            || (better.Signature != ownTrial.Signature && RegularShare(better.Reading) > 0.6 && RegularShare(own.Reading) < 0.2)
            ? open.Reading
            : null;
    }

    /// <summary>A file of regular hours alone shows no break; but its days begin and end with the bell, in one zone only.</summary>
    private Finding? ByRegularHours(List<Trial> trials)
    {
        var shares = trials.ConvertAll(trial => RegularShare(trial.Reading));
        var best = shares.Max();
        // Around a change of the clocks a neighbour's clock fits most days too: it falls behind by more than a day.
        var day = 1.5 / Math.Max(1, runs.Count);
        var fitting = trials.Where((_, i) => shares[i] >= best - day).ToList();
        return best > 0.6 && fitting.TrueForAll(trial => trial.Signature == fitting[0].Signature)
            ? new Finding(fitting[0].Reading, ZoneIsProved: true, StampIsProved: true, fitting[0].Closed)
            : null;
    }

    private double RegularShare(ClockReading reading)
    {
        var (fit, days) = (0, 0);
        foreach (var (start, end) in InUtc(reading))
        {
            var session = calendar.SessionAt(new Timestamp(start));
            days++;
            fit +=
                session?.RegularHours is { } hours
                && hours.Start.UnixNanoseconds == start
                && hours.End.UnixNanoseconds == end + interval
                    ? 1
                    : 0;
        }

        return days == 0 ? 0 : fit / (double)days;
    }

    private Trial Try(ClockReading reading)
    {
        var (signature, offsets) = (17L, 17L);
        var converted = new List<(long Start, long End)>(runs.Count);
        var shift = reading.Stamp == Stamp.Close ? interval : 0;
        foreach (var run in InUtc(reading))
        {
            converted.Add(run);
            signature = Mixed(signature, run.Start, run.End);
            offsets = Mixed(offsets, run.Start + shift, run.End + shift);
        }

        var (violated, closed) = Compare(converted);
        return new Trial(reading, violated, closed, signature, offsets);
    }

    private static long Mixed(long signature, long start, long end) => unchecked((signature * 1_000_003) ^ start ^ (end << 1));

    private IEnumerable<(long Start, long End)> InUtc(ClockReading reading)
    {
        var clock = new LocalClock(reading.Zone);
        var shift = reading.Stamp == Stamp.Close ? interval : 0;
        foreach (var (start, end) in runs)
        {
            if (clock.TryToUtc(start, out var from) && clock.TryToUtc(end, out var to) && to >= from)
            {
                yield return (from - shift, to - shift);
            }
        }
    }

    private (int Violated, int Closed) Compare(List<(long Start, long End)> converted)
    {
        if (converted.Count == 0)
        {
            return (int.MaxValue, 0);
        }

        var (violated, closed, at) = (0, 0, 0);
        foreach (
            var range in calendar.ClosedTimes(new Timestamp(converted[0].Start - Day), new Timestamp(converted[^1].End + Day))
        )
        {
            var (from, to) = (range.Start.UnixNanoseconds, range.End.UnixNanoseconds);
            if (to - from <= Survey.RunGap)
            {
                // The former quarter of an hour's halt: no run is parted by so short a pause.
                continue;
            }

            if (!calendar.Knows(range.Start) && to - from < Day)
            {
                // Before the tables begin the evening's close was a quarter past: only the rest of the break is sure.
                from += Span.FromMinutes(15).Nanoseconds;
            }

            while (at < converted.Count && converted[at].End < from)
            {
                at++;
            }

            // A closing speaks for or against a reading only where there are rows near it.
            var inside = at > 0 && from - converted[at - 1].End <= Day && at < converted.Count && converted[at].Start - to <= Day;
            var hit = at < converted.Count && converted[at].Start < to;
            closed += inside || hit ? 1 : 0;
            violated += hit ? 1 : 0;
        }

        return (violated, closed);
    }
}

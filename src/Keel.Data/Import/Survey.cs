using Keel.Domain.Markets;

namespace Keel.Data.Import;

/// <summary>What one look over a whole table finds out: how many rows, in which order, how far apart, in which stretches of activity.</summary>
internal sealed class Survey
{
    /// <summary>A pause longer than this parts two runs; the daily break of futures is an hour, and some days end early.</summary>
    public const long RunGap = 30 * 60 * Second;

    private const long Second = 1_000_000_000;
    private const long Day = 86_400 * Second;

    // No holiday is longer: Christmas Eve at noon to Sunday evening is three days and five hours.
    private const long LongestHoliday = 4 * Day;

    // No market sleeps for a year: a lone first or last row so far from all others has a wrong date.
    private const long Lonely = 366 * Day;

    // Wrong dates come one by one or a few in a row; longer stretches elsewhere are rows in another order.
    private const int RowsOfASpike = 5;
    private const int OneIn = 100;

    // A block of rows at the wrong place is sorted in; a few stragglers are set aside.
    private const int RowsOfABlock = 20;
    private const int RowsPerStepBack = 5;

    // A day more than bars can have: the file's own clock may be ahead of UTC.
    private static readonly long LastTime = Bar.LastOpenTime.UnixNanoseconds + Day;

    private readonly StepCount steps = new();
    private readonly HashSet<long> spikes = [];
    private readonly List<TimeRun> runs = [];

    /// <summary>All rows, readable or not.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows whose time could be read.</summary>
    public long Timed { get; private set; }

    /// <summary>Row numbers of times that are wrong by their place: they leap far ahead and the next rows are back, or stand alone years away.</summary>
    public IReadOnlySet<long> Spikes => spikes;

    /// <summary>Stretches of activity in the file's own clock, in the order of time: first and last row of each.</summary>
    public IReadOnlyList<(long Start, long End)> Runs { get; private set; } = [];

    /// <summary>Whether the table runs from late to early.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>Whether rows stand at the wrong place in numbers, so that the table has to be put in order.</summary>
    public bool IsUnsorted { get; private set; }

    /// <summary>The bars' length in seconds; 0 where it cannot be told.</summary>
    public int IntervalSeconds { get; private set; }

    /// <summary>Looks over a source.</summary>
    public static Survey Of(
        IRowSource source,
        StepFinder? ticks,
        StepFinder? lots,
        Action<double> progress,
        CancellationToken stop
    )
    {
        var survey = new Survey();
        using var reader = source.Open(timesOnly: ticks is null);
        while (reader.Next())
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var row in reader.Rows.AsSpan(0, reader.Count))
            {
                survey.Look(in row);
                if (ticks is not null && row.Fault == RowFault.None)
                {
                    ticks.Look(row.Open);
                    ticks.Look(row.High);
                    ticks.Look(row.Low);
                    ticks.Look(row.Close);
                    lots?.Look(row.Volume);
                }
            }

            progress(reader.Progress);
        }

        survey.Finish();
        return survey;
    }

    private void Look(in RawBar row)
    {
        Rows++;
        if (
            row.Fault is RowFault.MissingColumns or RowFault.UnreadableTime or RowFault.MixedZones or RowFault.AbsurdTime
            || row.Time < -Day
            || row.Time > LastTime
        )
        {
            return;
        }

        Timed++;
        if (runs.Count == 0 || Math.Abs(row.Time - runs[^1].Last) > RunGap)
        {
            if (runs.Count > 0)
            {
                steps.Add(row.Time - runs[^1].Last);
            }

            runs.Add(new TimeRun(row.Row, row.Time));
            return;
        }

        steps.Add(row.Time - runs[^1].Last);
        runs[^1].Add(row.Row, row.Time);
    }

    private void Finish()
    {
        DropLeaps();
        DropLonely();
        CountOrder();
        IntervalSeconds = steps.Seconds();
        Runs = InOrder();
    }

    /// <summary>A few rows that leap ahead while the rows after them go on where the rows before them stopped.</summary>
    private void DropLeaps()
    {
        var leaps = Enumerable.Range(1, Math.Max(0, runs.Count - 2)).Where(Leaps).ToList();
        var rows = leaps.Sum(at => runs[at].Count);
        if (rows > RowsOfASpike && rows * OneIn > Timed)
        {
            // So many are no slips of a clock: the table is in another order.
            return;
        }

        foreach (var at in Enumerable.Reverse(leaps))
        {
            Drop(at);
        }
    }

    private bool Leaps(int at)
    {
        var (before, here, after) = (runs[at - 1], runs[at], runs[at + 1]);
        var back = after.First - before.Last;
        return here.Count <= RowsOfASpike
            && here.First > before.Last
            && after.First < here.First
            && back > 0
            && back < Math.Min(LongestHoliday, here.First - before.Last);
    }

    /// <summary>A lone first or last row that stands years away from all others.</summary>
    private void DropLonely()
    {
        foreach (var at in (int[])[runs.Count - 1, 0])
        {
            if (runs.Count < 2 || Timed < 4 || at >= runs.Count || runs[at].Count > 1)
            {
                continue;
            }

            var others = runs.Where((_, index) => index != at).ToList();
            var alone =
                runs[at].First - others.Max(run => run.Highest) > Lonely
                || others.Min(run => run.Lowest) - runs[at].First > Lonely;
            if (alone)
            {
                Drop(at);
            }
        }
    }

    private void Drop(int at)
    {
        for (var row = runs[at].FirstRow; row <= runs[at].LastRow; row++)
        {
            spikes.Add(row);
        }

        runs.RemoveAt(at);
    }

    private void CountOrder()
    {
        var (back, behind, highest) = (0L, 0L, long.MinValue);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            back += run.StepsBack + (i > 0 && run.First < runs[i - 1].Last ? 1 : 0);
            behind += run.Highest <= highest ? run.Count : run.RowsBehind;
            highest = Math.Max(highest, run.Highest);
        }

        IsDescending = Timed > 2 && back * 2 > Timed - 1;
        IsUnsorted = !IsDescending && behind >= RowsOfABlock && behind >= back * RowsPerStepBack;
        IsUnsorted |= !IsDescending && Timed > 50 && behind * RowsPerStepBack > Timed;
    }

    /// <summary>The runs in the order of time, joined where they touch.</summary>
    private List<(long Start, long End)> InOrder()
    {
        var joined = new List<(long Start, long End)>();
        foreach (var run in runs.OrderBy(run => run.Lowest))
        {
            if (joined.Count > 0 && run.Lowest - joined[^1].End <= RunGap)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, run.Highest));
            }
            else
            {
                joined.Add((run.Lowest, run.Highest));
            }
        }

        return joined;
    }
}

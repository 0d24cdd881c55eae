using Keel.Domain.Markets;

namespace Keel.Data.Import;

/// <summary>What one look over a whole table finds out: how many rows, in which order, how far apart, in which stretches of activity.</summary>
internal sealed class Survey
{
    /// <summary>A pause longer than this parts two runs; the daily break of futures is an hour, and some days end early.</summary>
    public const long RunGap = 30 * 60 * Second;

    private const long Second = 1_000_000_000;

    // No holiday is longer: Christmas Eve at noon to Sunday evening is three days and five hours.
    private const long LongestHoliday = 4 * Day;

    private const long Day = 86_400 * Second;

    // No market sleeps for a year: a lone first or last row so far from all others has a wrong date.
    private const long Lonely = 366 * Day;

    // A day more than bars can have: the file's own clock may be ahead of UTC.
    private static readonly long LastTime = Bar.LastOpenTime.UnixNanoseconds + Day;

    private static readonly int[] Intervals =
    [
        86_400,
        14_400,
        7_200,
        3_600,
        1_800,
        900,
        600,
        300,
        180,
        120,
        60,
        30,
        15,
        10,
        5,
        1,
    ];

    private readonly long[] multiples = new long[Intervals.Length];
    private readonly long[] exact = new long[Intervals.Length];
    private readonly HashSet<long> spikes = [];
    private readonly List<(long Start, long End)> runs = [];
    private long steps;
    private long previous;
    private long beforePrevious;
    private long previousRow;
    private long firstRow;
    private long first;
    private long highest = long.MinValue;

    /// <summary>All rows, readable or not.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows whose time could be read.</summary>
    public long Timed { get; private set; }

    /// <summary>Steps from one row to an earlier one.</summary>
    public long StepsBack { get; private set; }

    /// <summary>Rows earlier than some row before them.</summary>
    public long RowsBehind { get; private set; }

    /// <summary>Row numbers of times that leap far ahead while the next row is back.</summary>
    public IReadOnlySet<long> Spikes => spikes;

    /// <summary>Stretches of activity in the file's own clock: first and last row of each.</summary>
    public IReadOnlyList<(long Start, long End)> Runs => runs;

    /// <summary>Whether the table runs from late to early.</summary>
    public bool IsDescending => steps > 1 && StepsBack * 2 > steps;

    /// <summary>Whether the table is in no order at all: many rows stand behind later ones.</summary>
    public bool IsUnsorted => !IsDescending && Timed > 50 && RowsBehind * 5 > Timed;

    /// <summary>The bars' length in seconds: the longest of the usual ones of which nearly all steps are multiples; 0 with fewer than two rows.</summary>
    public int IntervalSeconds
    {
        get
        {
            for (var i = 0; i < Intervals.Length; i++)
            {
                if (steps > 0 && multiples[i] * 100 >= steps * 98 && exact[i] > 0)
                {
                    return Intervals[i];
                }
            }

            return 0;
        }
    }

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

    /// <summary>The runs of a descending or unsorted table, put in order and joined where they touch.</summary>
    public static List<(long Start, long End)> InOrder(IEnumerable<(long Start, long End)> runs)
    {
        var sorted = runs.Select(run => (Start: Math.Min(run.Start, run.End), End: Math.Max(run.Start, run.End)))
            .OrderBy(run => run.Start)
            .ToList();
        var joined = new List<(long Start, long End)>();
        foreach (var run in sorted)
        {
            if (joined.Count > 0 && run.Start - joined[^1].End <= RunGap)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, run.End));
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
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
        if (Timed == 1)
        {
            runs.Add((row.Time, row.Time));
            (firstRow, first) = (row.Row, row.Time);
        }
        else
        {
            Step(row.Time);
        }

        (beforePrevious, previous, previousRow) = (previous, row.Time, row.Row);
        highest = Math.Max(highest, row.Time);
    }

    private void Step(long time)
    {
        var step = time - previous;
        if (
            step < 0
            && previous - beforePrevious > LongestHoliday
            && Math.Abs(time - beforePrevious) < LongestHoliday
            && Timed > 2
        )
        {
            spikes.Add(previousRow);
            runs.RemoveAt(runs.Count - 1);
            previous = beforePrevious;
            highest = beforePrevious;
            step = time - previous;
        }

        steps++;
        StepsBack += step < 0 ? 1 : 0;
        RowsBehind += time < highest ? 1 : 0;
        CountInterval(Math.Abs(step));
        if (Math.Abs(step) > RunGap)
        {
            runs.Add((time, time));
        }
        else
        {
            runs[^1] = (runs[^1].Start, time);
        }
    }

    private void CountInterval(long step)
    {
        if (step == 0)
        {
            steps--;
            return;
        }

        // Most steps are one interval long: of the two usual lengths the common case needs no division.
        if (step == 60 * Second)
        {
            for (var i = 10; i < Intervals.Length; i++)
            {
                multiples[i]++;
            }

            exact[10]++;
            return;
        }

        for (var i = Intervals.Length - 1; i >= 0; i--)
        {
            var length = Intervals[i] * Second;
            multiples[i] += step % length == 0 ? 1 : 0;
            exact[i] += step == length ? 1 : 0;
        }
    }

    private void Finish()
    {
        var ordered = InOrder(runs);
        DropLonely(ordered);
        runs.Clear();
        runs.AddRange(ordered);
    }

    /// <summary>Takes away a lone row before or after all others, which leaps over a year; of the rows at either end of the file only those can be one.</summary>
    private void DropLonely(List<(long Start, long End)> ordered)
    {
        var edges = new[] { (Row: firstRow, Time: first), (Row: previousRow, Time: previous) };
        if (ordered.Count > 1 && steps > 2 && IsAlone(ordered[^1], ordered[^1].Start - ordered[^2].End))
        {
            Drop(ordered[^1].Start);
            ordered.RemoveAt(ordered.Count - 1);
        }

        if (ordered.Count > 1 && steps > 2 && IsAlone(ordered[0], ordered[1].Start - ordered[0].End))
        {
            Drop(ordered[0].Start);
            ordered.RemoveAt(0);
        }

        bool IsAlone((long Start, long End) run, long pause) =>
            run.Start == run.End && pause > Lonely && Array.Exists(edges, edge => edge.Time == run.Start);

        void Drop(long time) => spikes.Add(Array.Find(edges, edge => edge.Time == time).Row);
    }
}

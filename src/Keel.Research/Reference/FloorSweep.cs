namespace Keel.Research.Reference;

/// <summary>Reference job 3: a hundred runs of a job over one series, each the plain loop, shared out to threads.</summary>
public static class FloorSweep
{
    /// <summary>How many runs a sweep has.</summary>
    public const int Runs = 100;

    private const int SlowValues = 10;

    /// <summary>Runs all, on so many threads; each takes the next run that nobody has begun.</summary>
    public static SweepOutcome Run(ReferenceSeries series, ReferenceParameters rules, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var nets = new long[Runs];
        var trades = new int[Runs];
        var taken = -1;

        void Work()
        {
            var tape = FloorLoop.Room(series.Count);
            for (var run = Interlocked.Increment(ref taken); run < Runs; run = Interlocked.Increment(ref taken))
            {
                trades[run] = FloorLoop.Run(series, Place(rules, run), ref tape, out _);
                nets[run] = Net(tape.AsSpan(0, trades[run]));
            }
        }

        var helpers = new Thread[threads - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Work);
            helpers[i].Start();
        }

        Work();
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        return SweepOutcome.Of(nets, trades);
    }

    /// <summary>The settings of a run: fast average 5 to 14, and for each of them slow average 15, 20 to 60.</summary>
    public static ReferenceParameters Place(ReferenceParameters rules, int run) =>
        rules with
        {
            Fast = 5 + (run / SlowValues),
            Slow = 15 + (5 * (run % SlowValues)),
        };

    private static long Net(ReadOnlySpan<ReferenceTrade> trades)
    {
        var net = 0L;
        foreach (ref readonly var trade in trades)
        {
            net += trade.Net;
        }

        return net;
    }
}

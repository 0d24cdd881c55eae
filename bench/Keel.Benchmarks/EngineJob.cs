using System.Diagnostics;
using Keel.Research.Reference;

namespace Keel.Benchmarks;

/// <summary>Reference jobs 1 and 2: the engine beside the plain loop, in turn, in one process.</summary>
internal sealed class EngineJob(int rows, int runs)
{
    public void Run()
    {
        var series = ReferenceSeries.Generate(1, rows);
        var bars = series.ToBars();
        foreach (var name in new[] { "default", "risk" })
        {
            var job = ReferenceParameters.Named(name);
            var room = FloorLoop.Room(rows);
            var engine = new ReferenceEngine(job, room.Length);
            var (loops, engines) = (new List<double>(), new List<double>());
            for (var run = 0; run < runs + 3; run++)
            {
                var clock = Stopwatch.StartNew();
                FloorLoop.Run(series, job, ref room, out _);
                var loop = clock.Elapsed.TotalSeconds;
                var before = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                engine.Run(bars);
                var taken = clock.Elapsed.TotalSeconds;
                if (run >= 3)
                {
                    loops.Add(loop);
                    engines.Add(taken);
                }

                Console.WriteLine(
                    $"{name}: loop {rows / loop / 1e6:0.0} M/s, engine {rows / taken / 1e6:0.0} M/s, ratio {loop / taken:0.000}, {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows:0.0000} bytes a bar, {engine.Trades.Length} trades"
                );
            }

            loops.Sort();
            engines.Sort();
            Console.WriteLine($"{name}: ratio of medians {loops[runs / 2] / engines[runs / 2]:0.000}");
        }
    }
}

using System.Diagnostics;
using Keel.Research.Reference;

namespace Keel.Benchmarks;

/// <summary>What the invariants cost: the engine with them and without, in turn.</summary>
internal static class InvariantsJob
{
    public static void Run(int rows, int runs)
    {
        var bars = ReferenceSeries.Generate(1, rows).ToBars();
        foreach (var name in new[] { "risk", "default" })
        {
            var job = ReferenceParameters.Named(name);
            var with = new ReferenceEngine(job, 1 << 17);
            var without = new ReferenceEngine(job, 1 << 17) { ChecksInvariants = false };
            for (var warm = 0; warm < 5; warm++)
            {
                with.Run(bars);
                without.Run(bars);
            }

            var ratios = new List<double>();
            for (var run = 0; run < runs; run++)
            {
                var clock = Stopwatch.StartNew();
                with.Run(bars);
                var checkedTime = clock.Elapsed.TotalSeconds;
                clock.Restart();
                without.Run(bars);
                ratios.Add(checkedTime / clock.Elapsed.TotalSeconds);
            }

            ratios.Sort();
            Console.WriteLine(
                $"{name}: with invariants {ratios[runs / 2]:0.000} times the time without ({ratios[0]:0.000} to {ratios[^1]:0.000})"
            );
        }
    }
}

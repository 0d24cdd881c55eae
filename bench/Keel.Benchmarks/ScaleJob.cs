using System.Diagnostics;
using Keel.Data.TimeSeries;
using Keel.Research.Reference;

namespace Keel.Benchmarks;

/// <summary>Whether a bar costs the same however many there are: reference job 2 over few and over many bars, in turn.</summary>
internal static class ScaleJob
{
    public static void Run(int few, int many, int runs)
    {
        var (small, large) = (BarSeries.From(new ReferenceReader(1, few)), BarSeries.From(new ReferenceReader(1, many)));
        var engine = new ReferenceEngine(ReferenceParameters.Named("risk"), 1 << 16);
        for (var warm = 0; warm < 10; warm++)
        {
            Cost(engine, small);
        }

        var (onSmall, onLarge) = (new double[runs], new double[runs]);
        for (var run = 0; run < runs; run++)
        {
            onSmall[run] = Cost(engine, small);
            onLarge[run] = Cost(engine, large);
        }

        Array.Sort(onSmall);
        Array.Sort(onLarge);
        Console.WriteLine(
            $"a bar of {few:#,0} costs {onSmall[runs / 2]:0.00} ns ({onSmall[0]:0.00} to {onSmall[^1]:0.00}), of {many:#,0} {onLarge[runs / 2]:0.00} ns ({onLarge[0]:0.00} to {onLarge[^1]:0.00}): ratio of medians {onLarge[runs / 2] / onSmall[runs / 2]:0.000}"
        );
    }

    private static double Cost(ReferenceEngine engine, BarSeries bars)
    {
        var clock = Stopwatch.StartNew();
        engine.Run(bars);
        return clock.Elapsed.TotalNanoseconds / bars.Count;
    }
}

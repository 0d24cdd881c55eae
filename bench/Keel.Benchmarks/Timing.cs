using System.Diagnostics;

namespace Keel.Benchmarks;

/// <summary>Times pieces of work in turn, so that each meets the same moods of the machine.</summary>
internal sealed class Timing(int runs)
{
    /// <summary>Runs each piece in turn, once to warm up and then so many times; the seconds of each, sorted.</summary>
    public double[][] Take(params Action[] pieces)
    {
        var seconds = pieces.Select(_ => new double[runs]).ToArray();
        for (var run = -1; run < runs; run++)
        {
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                GC.Collect();
                var clock = Stopwatch.StartNew();
                pieces[piece]();
                if (run >= 0)
                {
                    seconds[piece][run] = clock.Elapsed.TotalSeconds;
                }
            }
        }

        foreach (var one in seconds)
        {
            Array.Sort(one);
        }

        return seconds;
    }

    /// <summary>The middle value.</summary>
    public static double Median(double[] sorted) => sorted[sorted.Length / 2];

    /// <summary>Median, least and most as text.</summary>
    public static string Text(double[] sorted) => $"{Median(sorted):0.00} s ({sorted[0]:0.00}-{sorted[^1]:0.00})";
}

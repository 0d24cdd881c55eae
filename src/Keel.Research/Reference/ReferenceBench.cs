using System.Diagnostics;
using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>Times reference job 1 or 2 on the engine and in the plain loop, in turn, so that each pair meets the same mood of the machine.</summary>
public sealed class ReferenceBench
{
    // The runtime compiles the hot methods again while they run; before that every figure is one of an unfinished program.
    private const double WarmSeconds = 3;
    private const int WarmBars = 200_000;
    private readonly ReferenceParameters rules;
    private readonly ReferenceSeries series;
    private readonly BarSeries bars;
    private readonly ReferenceEngine engine;
    private ReferenceTrade[] tape;

    /// <summary>A bench over so many bars of a seed.</summary>
    public ReferenceBench(ReferenceParameters rules, ulong seed, int count)
    {
        this.rules = rules;
        series = ReferenceSeries.Generate(seed, count);
        bars = series.ToBars();
        tape = FloorLoop.Room(count);
        engine = new ReferenceEngine(rules, tape.Length);
    }

    /// <summary>Warms both up, then measures so many pairs.</summary>
    public BenchOutcome Run(int runs, Action<double>? onProgress = null)
    {
        WarmUp();
        var (loops, engines, ratios) = (new double[runs], new double[runs], new double[runs]);
        var bytes = double.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            loops[run] = Loop(series, ref tape);
            engines[run] = Engine(engine, bars);
            bytes = Math.Min(bytes, engine.AllocatedBytes / (double)bars.Count);
            ratios[run] = loops[run] / engines[run];
            onProgress?.Invoke((run + 1.0) / runs);
        }

        var ratio = Median(ratios);
        return new BenchOutcome(
            bars.Count,
            bars.Count / Median(engines),
            bars.Count / Median(loops),
            ratio,
            (ratios.Max() - ratios.Min()) / ratio,
            Math.Round(bytes, 3),
            ReferenceEngine.ChecksumOf(engine.Trades)
        );
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double Engine(ReferenceEngine engine, Series<Bar> bars)
    {
        var clock = Stopwatch.StartNew();
        engine.Run(bars);
        return clock.Elapsed.TotalSeconds;
    }

    private void WarmUp()
    {
        var small = ReferenceSeries.Generate(2, Math.Min(WarmBars, bars.Count));
        var smallBars = small.ToBars();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < WarmSeconds)
        {
            Loop(small, ref tape);
            Engine(engine, smallBars);
        }

        Loop(series, ref tape);
        Engine(engine, bars);
    }

    private double Loop(ReferenceSeries over, ref ReferenceTrade[] room)
    {
        var clock = Stopwatch.StartNew();
        FloorLoop.Run(over, rules, ref room, out _);
        return clock.Elapsed.TotalSeconds;
    }
}

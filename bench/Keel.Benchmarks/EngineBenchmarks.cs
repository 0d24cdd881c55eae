using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Keel.Data.TimeSeries;
using Keel.Research.Reference;

namespace Keel.Benchmarks;

/// <summary>Reference jobs 1 and 2 under BenchmarkDotNet, which counts the bytes: a million bars after a warm-up, plain loop and engine.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Bars = 1_000_000;
    private ReferenceParameters rules = new();
    private ReferenceSeries? series;
    private BarSeries? bars;
    private ReferenceEngine? engine;
    private ReferenceTrade[] tape = [];

    /// <summary>Without risk rules, and with them.</summary>
    [Params("default", "risk")]
    public string Set { get; set; } = "default";

    /// <summary>Runs in this process, since the engine's own project must not be built again.</summary>
    public static IConfig Config { get; } =
        DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(15));

    /// <summary>Makes the bars.</summary>
    [GlobalSetup]
    public void Setup()
    {
        rules = ReferenceParameters.Named(Set);
        series = ReferenceSeries.Generate(1, Bars);
        bars = series.ToBars();
        tape = FloorLoop.Room(Bars);
        engine = new ReferenceEngine(rules, tape.Length);
    }

    /// <summary>The plain loop.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Bars)]
    public int Loop() => FloorLoop.Run(series!, rules, ref tape, out _);

    /// <summary>The engine, core and exchange made anew for each run.</summary>
    [Benchmark(OperationsPerInvoke = Bars)]
    public long Engine() => engine!.Run(bars!).SignalCount;
}

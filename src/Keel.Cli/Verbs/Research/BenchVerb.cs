using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Data.Import;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Research.Reference;

namespace Keel.Cli.Verbs.Research;

/// <summary><c>bench</c>: how fast the engine is on this machine, beside a plain hand-written loop that does the same work.</summary>
internal static class BenchVerb
{
    private const int SweepBars = 1_000_000;

    public static Verb Create()
    {
        var verb = new Verb(
            "bench",
            "Run the reference jobs on this machine: Keel beside a plain hand-written loop, in one process, as a ratio.",
            "./keel bench",
            "./keel bench backtest --bars 5000000 --json",
            "./keel bench sweep --threads 2"
        );
        verb.Subcommands.Add(Backtest());
        verb.Subcommands.Add(Sweep());
        return verb.Does((_, terminal, stop) => All(terminal, stop));
    }

    private static Option<int> BarsOption(int standard) =>
        new("--bars")
        {
            Description = $"how many one-second bars (default: {Terminal.Count(standard)})",
            HelpName = "N",
            DefaultValueFactory = _ => standard,
        };

    private static Verb Backtest()
    {
        var bars = BarsOption(5_000_000);
        var runs = new Option<int>("--runs")
        {
            Description = "how many pairs of runs (default: 7)",
            HelpName = "N",
            DefaultValueFactory = _ => 7,
        };
        var job = new Option<int>("--job")
        {
            Description = "1: without risk rules; 2: with them (default)",
            HelpName = "JOB",
            DefaultValueFactory = _ => 2,
        };
        return new Verb(
            "backtest",
            "Reference job 2 (risk rules, invariants and trade log on) from memory, on one thread, beside the plain loop.",
            "./keel bench backtest",
            "./keel bench backtest --bars 5000000 --runs 15 --json"
        )
        {
            bars,
            runs,
            job,
        }.Does(
            (parsed, terminal, _) =>
            {
                var number = Within("--job", parsed.GetValue(job), 1, 2);
                var outcome = Measure(
                    number,
                    Within("--bars", parsed.GetValue(bars), 1_000, 100_000_000),
                    Within("--runs", parsed.GetValue(runs), 1, 1_000),
                    terminal
                );
                Tell(number, outcome, terminal);
                terminal.Document(
                    new JsonObject
                    {
                        ["job"] = $"reference-job-{number}",
                        ["bars"] = outcome.Bars,
                        ["keel_bars_per_second"] = Math.Round(outcome.Engine),
                        ["loop_bars_per_second"] = Math.Round(outcome.Loop),
                        ["ratio"] = Math.Round(outcome.Ratio, 4),
                        ["spread"] = Math.Round(outcome.Spread, 4),
                        ["bytes_per_bar"] = outcome.BytesPerBar,
                        ["checksum"] = outcome.Checksum,
                    }
                );
                return ExitCode.Done;
            }
        );
    }

    private static Verb Sweep()
    {
        var bars = BarsOption(SweepBars);
        var threads = new Option<int>("--threads")
        {
            Description = "how many threads (default: as many as the machine has)",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var data = new Option<string?>("--data")
        {
            Description = "a Parquet file of bars instead of the generated ones",
            HelpName = "FILE",
        };
        return new Verb(
            "sweep",
            "Reference job 3: a hundred pairs of averages over the same bars.",
            "./keel bench sweep",
            "./keel bench sweep --threads 1 --data mes-1s.parquet --json"
        )
        {
            bars,
            threads,
            data,
        }.Does(
            (parsed, terminal, stop) =>
            {
                var count = Within("--threads", parsed.GetValue(threads), 1, 1_024);
                var series = parsed.GetValue(data) is { } file
                    ? Read(file)
                    : BarSeries.From(new ReferenceReader(1, Within("--bars", parsed.GetValue(bars), 1_000, 100_000_000)));
                var (outcome, seconds) = RunSweep(series, count, terminal, stop);
                TellSweep(series.Count, count, outcome, seconds, terminal);
                terminal.Document(
                    new JsonObject
                    {
                        ["job"] = "reference-job-3",
                        ["bars"] = series.Count,
                        ["runs"] = FloorSweep.Runs,
                        ["threads"] = count,
                        ["best_net"] = outcome.Best,
                        ["fast"] = outcome.BestFast,
                        ["slow"] = outcome.BestSlow,
                        ["worst_net"] = outcome.Worst,
                        ["sum_net"] = outcome.Sum,
                        ["trades"] = outcome.Trades,
                        ["checksum"] = outcome.Checksum.ToString("x16"),
                        ["seconds"] = Math.Round(seconds, 4),
                    }
                );
                return ExitCode.Done;
            }
        );
    }

    private static int All(Terminal terminal, CancellationToken stop)
    {
        var yardstick = Yardstick.Seconds();
        terminal.Line($"yardstick R1 {yardstick:0.000} s");
        var jobs = new JsonArray();
        foreach (var job in new[] { 1, 2 })
        {
            var outcome = Measure(job, 5_000_000, 7, terminal);
            Tell(job, outcome, terminal);
            terminal.Line($"          the loop makes {outcome.Loop * yardstick / 1e6:0.0} million bars in the time of R1");
            jobs.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["job"] = $"reference-job-{job}",
                        ["ratio"] = Math.Round(outcome.Ratio, 4),
                        ["loop_bars_per_r1"] = Math.Round(outcome.Loop * yardstick),
                        ["checksum"] = outcome.Checksum,
                    }
            );
        }

        var series = BarSeries.From(new ReferenceReader(1, SweepBars));
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var (outcome, seconds) = RunSweep(series, threads, terminal, stop);
            TellSweep(series.Count, threads, outcome, seconds, terminal);
        }

        terminal.Document(new JsonObject { ["yardstick_seconds"] = Math.Round(yardstick, 4), ["jobs"] = jobs });
        return ExitCode.Done;
    }

    private static BenchOutcome Measure(int job, int bars, int runs, Terminal terminal)
    {
        using var progress = new Progress(terminal, $"reference job {job}");
        var bench = new ReferenceBench(ReferenceParameters.Named(job == 1 ? "default" : "risk"), 1, bars);
        return bench.Run(runs, share => progress.Report(share));
    }

    private static (SweepOutcome Outcome, double Seconds) RunSweep(
        BarSeries series,
        int threads,
        Terminal terminal,
        CancellationToken stop
    )
    {
        // One run compiles what a hundred then use.
        new ReferenceEngine(new ReferenceParameters()).Run(series);
        using var progress = new Progress(terminal, "reference job 3");
        var clock = Stopwatch.StartNew();
        var outcome = EngineSweep.Run(
            series,
            new ReferenceParameters(),
            threads,
            run =>
            {
                stop.ThrowIfCancellationRequested();
                progress.Report(run / (double)FloorSweep.Runs);
            }
        );
        return (outcome, clock.Elapsed.TotalSeconds);
    }

    private static BarSeries Read(string file)
    {
        using var reader =
            PlainParquet.TryOpen(file, InstrumentTable.Find("MES"))
            ?? throw new UsageException(
                $"cannot sweep over {file}",
                "it is no Parquet file of MES bars with UTC times",
                "give columns timestamp, open, high, low, close, volume"
            );
        var series = BarSeries.From(reader);
        return reader.DoubtfulRow is null
            ? series
            : throw new DataException(
                $"cannot sweep over {file}",
                $"its row {reader.DoubtfulRow} is in doubt",
                "see './keel data validate'"
            );
    }

    private static void Tell(int job, BenchOutcome outcome, Terminal terminal) =>
        terminal.Line(
            $"job {job}     Keel {outcome.Engine / 1e6:0.0} million bars a second, plain loop {outcome.Loop / 1e6:0.0}: ratio {outcome.Ratio:0.000} (spread {outcome.Spread:0.00}), {outcome.BytesPerBar:0.###} bytes a bar, trades {outcome.Checksum}"
        );

    private static void TellSweep(int bars, int threads, SweepOutcome outcome, double seconds, Terminal terminal) =>
        terminal.Line(
            $"job 3     {FloorSweep.Runs} runs over {Terminal.Count(bars)} bars on {threads} threads in {seconds:0.00} s, {bars * (double)FloorSweep.Runs / seconds / 1e6:0.0} million bars a second; best {outcome.BestFast}/{outcome.BestSlow}, {outcome.Checksum:x16}"
        );

    private static int Within(string option, int value, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw new UsageException(
                $"{option} {value} cannot be done",
                $"it lies outside {least} to {Terminal.Count(most)}",
                "give another number"
            );
}

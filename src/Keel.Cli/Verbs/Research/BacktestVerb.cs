using System.CommandLine;
using System.Diagnostics;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Plans;
using Keel.Data;
using Keel.Research.Backtests;
using Keel.Research.Performance;
using Keel.Research.Recommendations;
using Keel.Research.Reference;
using Keel.Research.Reports;
using Keel.Research.Results;
using Keel.Strategies.Registry;
using NodaTime;

namespace Keel.Cli.Verbs.Research;

/// <summary><c>backtest</c>: what a profile would have done, with the code that would trade it.</summary>
internal static class BacktestVerb
{
    public static Verb Create()
    {
        var options = new ResearchOptions();
        var save = new Option<bool>("--no-save") { Description = "keep nothing, only print" };
        var journal = new Option<string?>("--journal")
        {
            Description = "record every input and output of the run, for ./keel replay",
            HelpName = "FILE",
        };
        var show = new Option<bool>("--show") { Description = "open the report in the browser" };
        return new Verb(
            "backtest",
            "Run a profile over market data: the same engine, risk and costs as live. Prints the result and writes a folder with trades, curves and report.html.",
            "./keel backtest --config configs/ema-cross-mcl-1m.yaml --data mcl.csv",
            "./keel backtest --config configs/reference-job-1.yaml --data mes-1s.parquet --set strategy.fast=5 --json",
            "./keel backtest --config mine.yaml --assembly bin/MyStrategies.dll --show"
        )
        {
            options.Config,
            options.Data,
            options.CatalogFolder,
            options.Set,
            options.Assembly,
            options.Out,
            save,
            journal,
            show,
        }.Does(
            (parsed, terminal, stop) =>
            {
                var started = SystemClock.Instance.GetCurrentInstant();
                if (parsed.GetValue(options.Out) is { } folderAsked && !parsed.GetValue(save))
                {
                    ResultsFolder.Check(folderAsked);
                }

                var kinds = options.KindsOf(parsed);
                var recording = RunRecording.Of(parsed.GetValue(journal), options, parsed, kinds);
                var profile = recording?.Profile ?? options.ProfileOf(parsed, kinds);
                ConfigVerb.WriteWarnings(profile.Warnings, terminal);
                var result = Run(
                    profile,
                    recording,
                    kinds,
                    parsed.GetValue(options.Data),
                    parsed.GetValue(options.CatalogFolder)!,
                    started,
                    terminal,
                    stop
                );
                var report = Report(result);
                var folder = parsed.GetValue(save) ? null : Save(parsed.GetValue(options.Out), report);
                terminal.Line(SummaryText.Of(report));
                terminal.Document(SummaryJson.Of(report, folder is null ? null : Path.GetFileName(folder)));
                if (folder is not null)
                {
                    terminal.Remark($"results: {folder}");
                    if (parsed.GetValue(show))
                    {
                        Browser.Open(Path.Combine(folder, "report.html"), terminal);
                    }
                }

                return ExitCode.Done;
            }
        );
    }

    private static BacktestResult Run(
        Profile profile,
        RunRecording? recording,
        StrategyKinds kinds,
        string? file,
        string catalog,
        Instant started,
        Terminal terminal,
        CancellationToken stop
    )
    {
        var plans = new ProfilePlan(profile, kinds);
        plans.Check();
        for (var mayBePlain = true; ; mayBePlain = false)
        {
            using var feed = file is null
                ? BarFeed.FromCatalog(catalog, profile)
                : BarFeed.FromFile(file, profile, mayBePlain, terminal, stop);
            var plan = plans.Backtest(feed.Length);
            using var tape = recording?.Begin(plan, feed.Dataset);
            var backtest = new Backtest(plan, feed.ExpectedBars, tape);
            using var progress = new Progress(terminal, "trading");
            while (feed.Read(out var bars))
            {
                stop.ThrowIfCancellationRequested();
                backtest.Take(bars);
                progress.Report(backtest.BarCount / (double)Math.Max(feed.ExpectedBars, 1));
            }

            if (feed.DoubtfulRow is null)
            {
                return backtest.ShownBars > 0
                    ? backtest.End(feed.Dataset, started, feed.Remarks)
                    : throw new DataException(
                        $"there is nothing to trade in {feed.Dataset}",
                        $"no bar lies in the hours of {profile.Name}",
                        "see './keel data info', or set hours: all"
                    );
            }
        }
    }

    private static RunReport Report(BacktestResult result) =>
        new()
        {
            Summary = PerformanceSummary.Of(result, result.BarsUpTo),
            TradesChecksum = RunChecksum.Of(result.Trades),
            Recommendations = [.. Adviser.Advise(result).Recommendations.Select(one => one.Sentence)],
            PeakMemoryMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
        };

    private static string Save(string? folder, RunReport report)
    {
        IReadOnlyList<ResultFile> Pages(string runId) =>
            new BacktestReport(report.Summary.Result, SummaryJson.Of(report, runId)).Files;

        return folder is null
            ? ResultsFolder.WriteBacktest("results", report, Pages)
            : ResultsFolder.WriteInto(folder, report, Pages);
    }
}

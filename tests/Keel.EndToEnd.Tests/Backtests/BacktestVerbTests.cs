using System.Diagnostics;
using System.Text.RegularExpressions;
using Keel.Cli;
using Keel.Cli.Console;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary><c>backtest</c> from the outside: what it prints, what it keeps, what it refuses.</summary>
public sealed partial class BacktestVerbTests(ReferenceFiles files) : IClassFixture<ReferenceFiles>, IDisposable
{
    private const string Job = "reference-job-1";
    private static readonly string ThisAssembly = typeof(EverySoMany).Assembly.Location;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_document_has_the_names_that_were_agreed_on()
    {
        var document = Backtesting.Here("reference-job-2", "--data", files.Parquet, "--no-save", "--json").Document;

        foreach (var line in AgreedNames.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (section, names) = (line.Split(':')[0], line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var part = section == "top" ? document : document.GetProperty(section);
            var has = part.EnumerateObject().Select(property => property.Name).ToList();
            Assert.All(names, name => Assert.Contains(name, has));

            // What came later comes after, in every part.
            Assert.Equal(names, has.Where(names.Contains));
        }
    }

    [Fact]
    public void Two_processes_leave_the_same_bytes_however_many_threads_there_are()
    {
        string[] same = ["trades.csv", "equity_curve.csv", "signals.csv", "daily_pnl.csv", "drawdowns.csv", "parameters.json"];
        var runs = new[] { (Name: "one/out", Threads: "1"), (Name: "two/out", Threads: "4") };
        var started = runs.Select(run => Start(run.Name, run.Threads)).ToList();
        foreach (var program in started)
        {
            var end = program.End(TimeSpan.FromMinutes(1));
            Assert.True(end.ExitCode == 0, end.Error);
        }

        foreach (var file in same)
        {
            Assert.True(
                File.ReadAllBytes(folder[$"one/out/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(folder[$"two/out/{file}"])),
                $"{file} differs"
            );
        }

        Assert.Equal(Timeless("one/out/summary.json"), Timeless("two/out/summary.json"));
        Assert.Equal(Timeless("one/out/report.html"), Timeless("two/out/report.html"));
    }

    [Fact]
    public void Nothing_is_kept_where_nothing_shall_be()
    {
        Assert.Equal(0, Run("--no-save", "--out", folder["out"]).ExitCode);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void An_earlier_result_gives_way_to_the_next()
    {
        Assert.Equal(0, Run("--out", folder["out"]).ExitCode);
        var before = File.ReadAllBytes(folder["out/trades.csv"]);
        Assert.Equal(0, Run("--out", folder["out"], "--set", "exits.stop_ticks=9").ExitCode);

        Assert.NotEqual(before, File.ReadAllBytes(folder["out/trades.csv"]));
        Assert.Equal(["out"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void What_is_not_a_result_is_never_overwritten()
    {
        folder.Write("foreign/letter.txt", "mine");
        var file = folder.Write("file", "mine");

        Assert.NotEqual(0, Run("--out", folder["foreign"]).ExitCode);
        Assert.NotEqual(0, Run("--out", file).ExitCode);
        Assert.Equal("mine", File.ReadAllText(folder["foreign/letter.txt"]));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void A_letter_among_earlier_results_is_never_deleted()
    {
        Assert.Equal(0, Run("--out", folder["out"]).ExitCode);
        folder.Write("out/letter.txt", "mine");

        var run = Run("--out", folder["out"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("letter.txt", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder["out/letter.txt"]));
    }

    [Fact]
    public void Damaged_rows_are_left_out_and_told()
    {
        var lines = File.ReadAllLines(files.Nanoseconds)[..20_001];
        lines[100] = "what is this,1,2,3";
        lines[200] = Regex.Replace(lines[200], ",[0-9]+$", ",-5");
        var file = folder["damaged.csv"];
        File.WriteAllLines(file, lines);

        var run = Backtesting.Here(Job, "--data", file, "--no-save", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(19_998, run.Document.GetProperty("data_range").GetProperty("total_bars").GetInt64());
        Assert.Contains("2 rows of damaged.csv were left out", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timestamp,open,high,low,close,volume\n", "it has a header and no rows")]
    [InlineData("", "nothing")]
    [InlineData("a letter\nto a friend\n", "")]
    public void Data_without_bars_are_refused(string text, string fragment)
    {
        var run = Backtesting.Here(Job, "--data", folder.Write("empty.csv", text), "--no-save", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.False(run.ShowsStackTrace);
        Assert.Contains(fragment, run.Error, StringComparison.Ordinal);
        Assert.True(run.Document.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("instrument=MGC", "between the ticks of MGC")]
    [InlineData("instrument=MCL", "outside")]
    public void Data_of_another_instrument_are_refused(string setting, string fragment)
    {
        var run = Run("--no-save", "--set", setting);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(fragment, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_that_the_data_cannot_give_are_refused()
    {
        var minutes = folder["minutes.csv"];
        KeelRun.Here("data", "synth", "--days", "2", "--out", minutes);

        var run = Backtesting.Here(Job, "--data", minutes, "--no-save");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("it wants bars of 1s, and these are of 1m", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Backtesting.Here(Job, "--data", minutes, "--no-save", "--set", "bars=5m").ExitCode);
    }

    [Fact]
    public void A_strategy_of_the_users_own_is_run_and_listed()
    {
        string[] own =
        [
            "--assembly",
            ThisAssembly,
            "--set",
            "strategy={ name: every-so-many, bars: 500, pace: very_quick }",
            "--no-save",
            "--json",
        ];
        var run = Run(own);
        var list = KeelRun.Here("strategies", "list", "--assembly", ThisAssembly);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("every-so-many", run.Document.GetProperty("strategy").GetProperty("name").GetString());
        Assert.True(run.Document.GetProperty("performance").GetProperty("total_trades").GetInt32() > 100);
        Assert.Contains("pace            default calm, calm or very_quick", list.Output, StringComparison.Ordinal);
        Assert.Contains("bars            must be given, a whole number", list.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ name: every-so-many }", "strategy.bars is missing")]
    [InlineData("{ name: every-so-many, bars: 0.5 }", "'0.5' is not a whole number")]
    [InlineData("{ name: every-so-many, bars: 5, pace: wild }", "'wild' is not calm or very_quick")]
    [InlineData("{ name: every-so-mani, bars: 5 }", "did you mean every-so-many?")]
    public void A_strategy_of_the_users_own_is_checked_like_any_other(string strategy, string fragment)
    {
        var run = Run("--assembly", ThisAssembly, "--set", $"strategy={strategy}", "--no-save");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(fragment, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_says_so_and_leaves_nothing()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments =
        [
            "backtest",
            "--config",
            Backtesting.Profile(Job),
            "--data",
            files.Parquet,
            "--assembly",
            ThisAssembly,
            "--set",
            "strategy={ name: interrupted }",
            "--out",
            folder["out"],
            "--json",
        ];

        var code = CommandLine.Run(arguments, new Terminal(output, error, false, 120), Interrupted.Token);

        Assert.Equal(130, code);
        Assert.Contains("interrupted", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private KeelRun Run(params string[] more) => Backtesting.Here(Job, ["--data", files.Parquet, .. more]);

    private KeelProcess Start(string name, string threads) =>
        KeelProcess.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { KeelProcess.Program },
                Environment = { ["DOTNET_PROCESSOR_COUNT"] = threads, ["DOTNET_TieredPGO"] = threads == "1" ? "0" : "1" },
            },
            ["backtest", "--config", Backtesting.Profile("reference-job-2"), "--data", files.Parquet, "--out", folder[name]]
        );

    private string Timeless(string file) => Times().Replace(File.ReadAllText(folder[file]), "");

    /// <summary>What tells when a run was and how fast, in summary and page alike.</summary>
    [GeneratedRegex(
        "\"[a-z_.]*(timestamp|bars_per_second|elapsed_ms|peak_memory_mb)\"(\\s*:\\s*[^,}\\s]+|\\s+data-value=\"[^\"]*\">[^<]*<)|Run [^<]*<"
    )]
    private static partial Regex Times();

    private const string AgreedNames = """
        top: run_id timestamp symbol strategy data_range performance risk_metrics time_analysis exits recommendations engine
        strategy: name class parameters
        data_range: start end trading_days total_bars dataset
        performance: net_pnl total_return_usd gross_pnl commission slippage total_return_pct sharpe_ratio sortino_ratio calmar_ratio max_drawdown_usd max_drawdown_pct win_rate profit_factor expectancy avg_winner avg_loser largest_winner largest_loser avg_trade_pnl total_trades winning_trades losing_trades trades_per_day profitable_days_pct avg_hold_winner_minutes avg_hold_loser_minutes max_drawdown_bars max_drawdown_hours max_drawdown_days break_even_win_rate ambiguous_trades_pct
        risk_metrics: risk_per_trade daily_loss_limit trades_rejected circuit_breaker_triggered halts worst_day
        time_analysis: avg_hold_time_minutes best_hour worst_hour best_day_of_week worst_day_of_week
        engine: bars_per_second elapsed_ms peak_memory_mb
        """;
}

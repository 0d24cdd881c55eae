using System.Text;
using System.Text.Json;
using Keel.Research.Results;
using Keel.Research.Tests.Performance;

namespace Keel.Research.Tests.Results;

public sealed class ResultsFolderTests
{
    [Fact]
    public void A_run_has_its_folder_with_all_files()
    {
        using var root = new TemporaryFolder();
        var page = new ResultFile("report.html", into => into.Write("<html>"u8));
        var chart = new ResultFile("charts/drawdown.html", into => into.Write("<svg>"u8));
        var folder = ResultsFolder.WriteBacktest(root.Path, Written.Report(Written.Sample), _ => [page, chart]);
        Assert.Equal(root.File("backtests", "2026-01-05_101530_ema-cross_MES"), folder);
        Assert.Equal(
            [
                "charts/drawdown.html",
                "daily_pnl.csv",
                "drawdowns.csv",
                "equity_curve.csv",
                "parameters.json",
                "report.html",
                "signals.csv",
                "summary.json",
                "trades.csv",
            ],
            Files(folder)
        );
        Assert.Equal("<svg>", File.ReadAllText(Path.Combine(folder, "charts", "drawdown.html")));
    }

    [Fact]
    public void A_name_already_taken_gets_a_number_and_the_summary_says_so()
    {
        using var root = new TemporaryFolder();
        var report = Written.Report(Written.Sample);
        var folders = Enumerable.Range(0, 3).Select(_ => ResultsFolder.WriteBacktest(root.Path, report, _ => [])).ToList();
        Assert.Equal(
            ["2026-01-05_101530_ema-cross_MES", "2026-01-05_101530_ema-cross_MES_2", "2026-01-05_101530_ema-cross_MES_3"],
            folders.Select(folder => Path.GetFileName(folder)!).ToArray()
        );
        Assert.All(folders, folder => Assert.Equal(Path.GetFileName(folder), RunId(folder)));
    }

    [Fact]
    public void A_failed_run_leaves_nothing()
    {
        using var root = new TemporaryFolder();
        var bad = new ResultFile("report.html", _ => throw new IOException("disk full"));
        Assert.Throws<IOException>(() => ResultsFolder.WriteBacktest(root.Path, Written.Report(Written.Sample), _ => [bad]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(root["backtests"]));
    }

    [Fact]
    public void Names_of_strategies_cannot_leave_the_folder()
    {
        using var root = new TemporaryFolder();
        var report = Written.Report(Written.Sample with { Strategy = "../My Strategy" });
        var folder = ResultsFolder.WriteBacktest(root.Path, report, _ => []);
        Assert.Equal("2026-01-05_101530_-.-My-Strategy_MES", Path.GetFileName(folder));
        Assert.Equal(root["backtests"], Path.GetDirectoryName(folder));
    }

    [Fact]
    public void Parameters_are_written_by_path_in_their_order()
    {
        var text = Written.By(into => ParametersJson.Write(into, Written.Sample));
        Assert.Equal(
            """
            {
              "profile": "example",
              "strategy": "ema-cross",
              "class": "Keel.Strategies.EmaCross",
              "instrument": "CME:MES",
              "bars": "1m",
              "dataset": "example.csv sha256:00",
              "days_per_year": 252,
              "parameters": {
                "instrument": "MES",
                "strategy.name": "ema-cross",
                "strategy.fast": 9,
                "strategy.note": "007",
                "risk.daily_loss": "[50, 7.5%]"
              }
            }

            """,
            text
        );
    }

    [Fact]
    public void A_hundred_thousand_trades_are_written_line_by_line()
    {
        const int count = 100_000;
        using var root = new TemporaryFolder();
        var trades = new Keel.Trading.Ledger.ClosedTrade[count];
        for (var i = 0; i < count; i++)
        {
            trades[i] = Example.Trade(i % 7 - 3, i);
        }

        var folder = ResultsFolder.WriteBacktest(
            root.Path,
            Written.Report(Example.Result(trades, Example.Days(1, 2), null)),
            _ => []
        );
        Assert.Equal(count + 1, File.ReadLines(Path.Combine(folder, "trades.csv")).Count());
        Assert.Equal(count + 2, File.ReadLines(Path.Combine(folder, "equity_curve.csv")).Count());
        Assert.Equal(count, Summary(folder).GetProperty("performance").GetProperty("total_trades").GetInt32());
    }

    private static string? RunId(string folder) => Summary(folder).GetProperty("run_id").GetString();

    private static JsonElement Summary(string folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json"), Encoding.UTF8)).RootElement;

    private static string[] Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}

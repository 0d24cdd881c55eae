using System.Text.Json;
using Keel.Cli.Console;

namespace Keel.Cli.Tests.Research;

public sealed class ResultsVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Runs_are_listed_the_last_first()
    {
        Save("backtests/one", "one", "2026-01-05T10:00:00Z", -12.5m, "0.8");
        Save("backtests/two", "two", "2026-01-06T10:00:00Z", 1234.5m, "null");
        Save("elsewhere/deep/three", "three", "2026-01-04T10:00:00Z", 0, "1.5");

        var (code, table, _) = Run("list");
        var runs = JsonDocument.Parse(Run("list", "--json").Output).RootElement.GetProperty("runs");

        Assert.Equal(0, code);
        Assert.Equal(["two", "one", "three"], runs.EnumerateArray().Select(run => run.GetProperty("run_id").GetString()));
        var lines = table.Split('\n');
        Assert.StartsWith("when (UTC)", lines[0], StringComparison.Ordinal);
        Assert.Matches("^2026-01-06 10:00 +mine +MES +1,234.50 +7 +- ", lines[1]);
        Assert.Matches("^2026-01-05 10:00 +mine +MES +-12.50 +7 +0.80 ", lines[2]);
    }

    [Fact]
    public void A_damaged_summary_hides_no_other_run_and_one_under_way_is_not_listed()
    {
        Save("backtests/one", "one", "2026-01-05T10:00:00Z", 1, "1.0");
        Save("backtests/.writing-x", "two", "2026-01-06T10:00:00Z", 1, "1.0");
        folder.Write("backtests/cut/summary.json", "{ \"run_id\": \"cut\"");
        folder.Write("backtests/other/summary.json", "[1, 2]");

        var (code, output, error) = Run("list", "--json");

        Assert.Equal(0, code);
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(
            2,
            error.Split('\n').Count(line => line.EndsWith("its summary.json cannot be read", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(null, "two")]
    [InlineData("one", "one")]
    public void The_last_run_or_a_named_one_is_opened(string? name, string found)
    {
        Save("backtests/one", "one", "2026-01-05T10:00:00Z", 1, "1.0");
        Save("backtests/two", "two", "2026-01-06T10:00:00Z", 1, "1.0");

        var (code, output, _) = Run(name is null ? ["open", "--json"] : ["open", name, "--json"]);

        Assert.Equal(0, code);
        var run = JsonDocument.Parse(output).RootElement;
        Assert.Equal(found, run.GetProperty("run_id").GetString());
        Assert.EndsWith("report.html", run.GetProperty("report").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_opens_its_own_run()
    {
        Save("backtests/one", "one", "2026-01-05T10:00:00Z", 1, "1.0");

        var (code, output, _) = Run("open", folder["backtests/one"], "--json");

        Assert.Equal(0, code);
        Assert.Equal("one", JsonDocument.Parse(output).RootElement.GetProperty("run_id").GetString());
    }

    [Fact]
    public void What_is_not_there_cannot_be_opened()
    {
        Assert.Contains("there is no run to open", Run("open").Error, StringComparison.Ordinal);
        Save("backtests/one", "one", "2026-01-05T10:00:00Z", 1, "1.0");
        Assert.Equal(2, Run("open", "absent").Code);
        File.Delete(folder["backtests/one/report.html"]);
        Assert.Contains("has no report", Run("open", "one").Error, StringComparison.Ordinal);
        Assert.Contains("There are no results", Run("list", "--results", folder["nowhere"]).Output, StringComparison.Ordinal);
    }

    private void Save(string name, string id, string at, decimal net, string factor)
    {
        folder.Write(
            $"{name}/summary.json",
            $$"""
            { "run_id": "{{id}}", "timestamp": "{{at}}", "symbol": "MES", "strategy": { "name": "trend", "profile": "mine" },
              "performance": { "net_pnl": {{FormattableString.Invariant(
                $"{net}"
            )}}, "total_trades": 7, "profit_factor": {{factor}} } }
            """
        );
        folder.Write($"{name}/report.html", "<html></html>");
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] where = arguments.Contains("--results") ? [] : ["--results", folder.Path];
        var code = CommandLine.Run(
            ["results", .. arguments, .. where],
            new Terminal(output, error, isInteractive: false, width: 120)
        );
        return (code, output.ToString(), error.ToString());
    }
}

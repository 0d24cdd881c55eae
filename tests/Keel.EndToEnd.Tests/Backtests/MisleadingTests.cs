using System.Text.Json;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>What still misleads a trader in the output of <c>backtest</c>. Run on demand, each until it is mended; then it joins the suite.</summary>
public sealed class MisleadingTests(ReferenceFiles files) : IClassFixture<ReferenceFiles>
{
    private const string Job = "reference-job-1";

    [Fact]
    public void Random_entries_trade_as_many_contracts_as_the_strategy()
    {
        var (one, three) = (RandomNet("1"), RandomNet("3"));

        Assert.InRange(three / one, 2.9, 3.1);
    }

    [Fact]
    public void The_page_calls_the_run_as_its_summary_does()
    {
        using var folder = new TemporaryFolder();
        var run = Backtesting.Here(Job, "--data", files.Parquet, "--out", folder["my-run"], "--json");

        Assert.Equal("my-run", run.Document.GetProperty("run_id").GetString());
        Assert.Contains("Run my-run of", File.ReadAllText(folder["my-run/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_were_left_out_are_remarked_in_what_is_kept()
    {
        using var folder = new TemporaryFolder();
        var lines = File.ReadAllLines(files.Nanoseconds)[..20_001];
        lines[100] = "what is this,1,2,3";
        File.WriteAllLines(folder["damaged.csv"], lines);

        var remarks = Backtesting
            .Here(Job, "--data", folder["damaged.csv"], "--no-save", "--json")
            .Document.GetProperty("remarks");

        Assert.Contains(remarks.EnumerateArray(), remark => remark.GetString()!.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_before_the_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("foreign/letter.txt", "mine");

        var run = Backtesting.Here(Job, "--data", folder["absent.csv"], "--out", folder["foreign"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot write results", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_cut_off_at_the_test_part_are_remarked()
    {
        var remarks = Backtesting
            .Here(Job, "--data", files.Parquet, "--set", "data={ test: 2024-01-04..2024-12-31 }", "--no-save", "--json")
            .Document.GetProperty("remarks");

        Assert.Contains(remarks.EnumerateArray(), remark => remark.GetString()!.Contains("2024-01-04", StringComparison.Ordinal));
    }

    private double RandomNet(string contracts)
    {
        JsonElement document = Backtesting
            .Here(Job, "--data", files.Parquet, "--set", $"size.contracts={contracts}", "--no-save", "--json")
            .Document;
        Assert.Equal(1141, document.GetProperty("performance").GetProperty("total_trades").GetInt32());
        return document.GetProperty("random_entries").GetProperty("mean_net_per_trade").GetDouble();
    }
}

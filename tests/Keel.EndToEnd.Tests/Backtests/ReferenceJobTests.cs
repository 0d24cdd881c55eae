using System.Globalization;
using System.Text.Json;
using Keel.EndToEnd.Tests.Running;
using Keel.Research.Reference;
using Keel.Research.Tests.Reference;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>The reference jobs, run by the program from files as anybody would: to the cent what two other programs found.</summary>
public sealed class ReferenceJobTests(ReferenceFiles files) : IClassFixture<ReferenceFiles>
{
    public static TheoryData<ulong, string> Sets =>
        [.. ReferenceTable.Jobs.Where(row => row.Bars == ReferenceFiles.Bars).Select(row => (row.Seed, row.Set))];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_set_gives_what_other_programs_found(ulong seed, string set)
    {
        string[] data = seed == 1 ? ["--data", files.Parquet] : ["--data", files.SecondSeed];

        Matches(
            seed,
            set,
            Backtesting.Here(Backtesting.ProfileOf(set), [.. data, .. Backtesting.Settings(set), "--no-save", "--json"])
        );
    }

    [Theory]
    [InlineData("nanoseconds")]
    [InlineData("seconds")]
    [InlineData("iso")]
    [InlineData("parquet")]
    [InlineData("whole-parquet")]
    [InlineData("catalog")]
    public void Every_form_of_the_data_gives_the_same(string form)
    {
        Matches(1, "risk", Backtesting.Here("reference-job-2", [.. files.Options(form), "--no-save", "--json"]));
    }

    [Fact]
    public void A_profile_of_job_3_is_one_run_of_the_sweep()
    {
        var sweep = ReferenceTable.Sweeps.Single(row => row.Bars == ReferenceFiles.Bars).Expected;
        var run = Backtesting.Here(
            "reference-job-3",
            "--data",
            files.Parquet,
            "--set",
            $"strategy.fast={sweep.BestFast}",
            "--set",
            $"strategy.slow={sweep.BestSlow}",
            "--no-save",
            "--json"
        );

        Assert.Equal(sweep.Best / 100m, run.Document.GetProperty("performance").GetProperty("net_pnl").GetDecimal());
    }

    [Fact]
    public void The_trades_file_holds_these_very_trades()
    {
        using var folder = new TemporaryFolder();
        var run = Backtesting.Here("reference-job-1", "--data", files.Nanoseconds, "--out", folder["out"], "--json");

        Matches(1, "default", run);
        var expected = ReferenceTable
            .Jobs.Single(row => (row.Seed, row.Bars, row.Set) == (1, ReferenceFiles.Bars, "default"))
            .Expected;
        var rows = File.ReadLines(folder["out/trades.csv"]).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(expected.Trades, rows.Count);
        Assert.Equal(expected.Longs, rows.Count(row => row[2] == "long"));
        Assert.Equal(expected.Stops, rows.Count(row => row[10] == "stop"));
        Assert.Equal(expected.Gross / 100m, Sum(rows, 6));
        Assert.Equal(expected.Commission / 100m, Sum(rows, 7));
        Assert.Equal(expected.Slippage / 100m, Sum(rows, 8));
        Assert.Equal(expected.Net / 100m, Sum(rows, 9));

        // The first trade of the table of the five first ones.
        Assert.Equal(
            "2024-01-02T14:31:27.000000000Z,2024-01-02T14:31:47.000000000Z,short,5008.75,5011.00,1,-8.75,0.84,2.50,-12.09,stop",
            string.Join(',', rows[0][..11])
        );
    }

    private static decimal Sum(List<string[]> rows, int column) =>
        rows.Sum(row => decimal.Parse(row[column], CultureInfo.InvariantCulture));

    private static void Matches(ulong seed, string set, KeelRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        var expected = ReferenceTable
            .Jobs.Single(row => (row.Seed, row.Bars, row.Set) == (seed, ReferenceFiles.Bars, set))
            .Expected;
        Assert.Equal(Told(expected), Told(run.Document));
    }

    private static string Told(ReferenceOutcome outcome)
    {
        var counts = outcome.Counts;
        var refused = counts.RefusedByDayLimit + counts.RefusedByPause + counts.RefusedByTradeRisk + counts.RefusedByWorstCase;
        return string.Join(
            '\n',
            $"{outcome.Trades} trades, {outcome.Wins} won, {outcome.Losses} lost, {outcome.Longs} long, streak {outcome.LosingStreak}",
            $"{outcome.Stops} stops, {outcome.Targets} targets, {outcome.DayEnds} day ends, {outcome.DataEnds} data ends",
            $"{counts.Signals} signals, {refused} refused: {counts.RefusedByDayLimit} {counts.RefusedByPause} {counts.RefusedByTradeRisk} {counts.RefusedByWorstCase}",
            $"gross {outcome.Gross / 100m:0.00}, commission {outcome.Commission / 100m:0.00}, slippage {outcome.Slippage / 100m:0.00}",
            $"net {outcome.Net / 100m:0.00}, drawdown {outcome.MaxDrawdown / 100m:0.00}",
            $"checksum {outcome.Checksum:x16}"
        );
    }

    private static string Told(JsonElement summary)
    {
        var performance = summary.GetProperty("performance");
        var risk = summary.GetProperty("risk_metrics");
        var exits = summary.GetProperty("exits");
        var rejections = risk.GetProperty("rejections");
        return string.Join(
            '\n',
            $"{Count(performance, "total_trades")} trades, {Count(performance, "winning_trades")} won, {Count(performance, "losing_trades")} lost, "
                + $"{Count(performance, "long_trades")} long, streak {Count(performance, "losing_streak")}",
            $"{Count(exits, "stop")} stops, {Count(exits, "target")} targets, {Count(exits, "eod_flatten")} day ends, {Count(exits, "end_of_data")} data ends",
            $"{Count(performance, "signals")} signals, {Count(risk, "trades_rejected")} refused: {Count(rejections, "daily_loss")} "
                + $"{Count(rejections, "pause")} {Count(rejections, "trade_risk")} {Count(rejections, "worst_case")}",
            $"gross {Money(performance, "gross_pnl")}, commission {Money(performance, "commission")}, slippage {Money(performance, "slippage")}",
            $"net {Money(performance, "net_pnl")}, drawdown {Money(performance, "max_drawdown_usd")}",
            $"checksum {summary.GetProperty("engine").GetProperty("trades_checksum").GetString()}"
        );
    }

    private static long Count(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    private static string Money(JsonElement of, string name) =>
        of.GetProperty(name).GetDecimal().ToString("0.00", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Performance;
using NodaTime.Text;

namespace Keel.Research.Results;

/// <summary>Writes summary.json, which is also what <c>backtest --json</c> prints: names, order and units are a contract, further figures come after.</summary>
public static class SummaryJson
{
    private const string StrategyPrefix = "strategy.";

    /// <summary>Writes the whole document; without a folder the run is called as <see cref="RunName"/> would.</summary>
    public static void Write(Stream into, RunReport report, string? runId = null)
    {
        var result = report.Summary.Result;
        using var json = new Utf8JsonWriter(into, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteString("run_id", runId ?? RunName.Of(result));
        json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(result.StartedAt));
        json.WriteString("symbol", result.Instrument.Symbol);
        Strategy(json, result);
        DataRange(json, result);
        PerformanceJson.Write(json, report.Summary);
        RiskMetrics(json, report.Summary.Risk);
        TimeAnalysisJson.Write(json, report.Summary);
        Exits(json, report.Summary.Trades);
        json.Sentences("recommendations", report.Recommendations);
        Engine(json, report);
        StatisticsJson.Write(json, report.Summary);
        RandomEntries(json, result.Random);
        json.Sentences("remarks", report.Remarks);
        json.WriteEndObject();
        json.Flush();
        into.WriteByte((byte)'\n');
    }

    /// <summary>The whole document as a tree.</summary>
    public static JsonObject Of(RunReport report, string? runId = null)
    {
        using var bytes = new MemoryStream();
        Write(bytes, report, runId);
        return JsonNode.Parse(bytes.ToArray())!.AsObject();
    }

    private static void Strategy(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartObject("strategy");
        json.WriteString("name", result.Strategy);
        json.WriteString("class", result.StrategyClass);
        json.WriteStartObject("parameters");
        foreach (var (path, value) in result.Parameters)
        {
            if (path.StartsWith(StrategyPrefix, StringComparison.Ordinal) && path is not "strategy.name")
            {
                json.Setting(path[StrategyPrefix.Length..], value);
            }
        }

        json.WriteEndObject();
        json.WriteString("profile", result.Profile);
        json.WriteString("bars", result.Bars.ToString());
        json.WriteEndObject();
    }

    private static void DataRange(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartObject("data_range");
        json.WriteString("start", result.Start?.ToString());
        json.WriteString("end", result.End?.ToString());
        json.WriteNumber("trading_days", result.Days.Count);
        json.WriteNumber("total_bars", result.TotalBars);
        json.WriteString("dataset", result.Dataset);
        json.WriteEndObject();
    }

    private static void RiskMetrics(Utf8JsonWriter json, RiskSummary risk)
    {
        json.WriteStartObject("risk_metrics");
        json.Dollars("risk_per_trade", risk.PerTrade);
        json.Dollars("daily_loss_limit", risk.DailyLossLimit);
        json.WriteNumber("trades_rejected", risk.Rejected);
        json.WriteNumber("circuit_breaker_triggered", risk.Breakers);
        json.WriteNumber("halts", risk.Halts);
        json.Dollars("worst_day", risk.WorstDay);
        json.WriteStartObject("rejections");
        foreach (var (rule, count) in risk.Rejections)
        {
            json.WriteNumber(rule, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Exits(Utf8JsonWriter json, TradePerformance trades)
    {
        json.WriteStartObject("exits");
        foreach (var (reason, count) in trades.Exits)
        {
            json.WriteNumber(ExitReasonText.Of(reason), count);
        }

        json.WriteEndObject();
    }

    private static void Engine(Utf8JsonWriter json, RunReport report)
    {
        var result = report.Summary.Result;
        var seconds = result.ElapsedSeconds;
        json.WriteStartObject("engine");
        json.Figure("bars_per_second", seconds > 0 ? Math.Round(result.TotalBars / seconds) : null);
        json.Figure("elapsed_ms", Math.Round(seconds * 1000, 3));
        json.Figure("peak_memory_mb", report.PeakMemoryMegabytes is { } memory ? Math.Round(memory, 1) : null);
        json.WriteString("trades_checksum", report.TradesChecksum);
        json.WriteEndObject();
    }

    private static void RandomEntries(Utf8JsonWriter json, RandomComparison? random)
    {
        if (random is null)
        {
            json.WriteNull("random_entries");
            return;
        }

        var sum = new CompensatedSum();
        foreach (var net in random.NetPerTrade)
        {
            sum.Add(net);
        }

        json.WriteStartObject("random_entries");
        json.WriteNumber("runs", random.Runs);
        json.Figure("mean_net_per_trade", Ratio.Of(sum.Total, random.NetPerTrade.Count));
        json.Figure("at_least_as_good_pct", 100 * random.BetterShare);
        json.Dollars("costs_per_trade", random.Costs);
        json.WriteEndObject();
    }
}

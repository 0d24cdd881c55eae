using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Performance;
using Keel.Research.Results;

namespace Keel.Research.Tests.Reports;

/// <summary>The summary document of a made-up run, written as a backtest writes it.</summary>
internal static class SampleSummary
{
    /// <summary>The document.</summary>
    public static JsonObject Of(BacktestResult run)
    {
        using var document = new MemoryStream();
        SummaryJson.Write(
            document,
            new RunReport
            {
                Summary = PerformanceSummary.Of(run, time => (long)(time - run.Start!.Value).TotalMinutes / 5),
                TradesChecksum = "9e107d9d372bb682",
                Recommendations =
                    run.Trades.Count < 100 ? [] : ["Trades entered between 13:00 and 14:00 lose: look at them apart."],
                PeakMemoryMegabytes = 93.4,
            }
        );
        return (JsonObject)JsonNode.Parse(document.ToArray())!;
    }
}

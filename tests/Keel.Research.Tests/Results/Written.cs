using System.Text;
using System.Text.Json;
using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Performance;
using Keel.Research.Results;
using Keel.Research.Tests.Performance;

namespace Keel.Research.Tests.Results;

/// <summary>What writers wrote, as text.</summary>
internal static class Written
{
    /// <summary>Ten trades of ten days on $1,000.</summary>
    public static BacktestResult Sample =>
        Example.Result(
            Example.Trades(30, -10, 20, -25, 15, 0, 40, -30, 10, 5),
            Example.Days(30, -10, 20, -25, 15, 0, 40, -30, 10, 5),
            Money.From(1000)
        );

    /// <summary>A report without surroundings.</summary>
    public static RunReport Report(BacktestResult result) =>
        new() { Summary = PerformanceSummary.Of(result), TradesChecksum = "cbf29ce484222325" };

    /// <summary>Everything a writer wrote.</summary>
    public static string By(Action<Stream> write)
    {
        using var into = new MemoryStream();
        write(into);
        return Encoding.UTF8.GetString(into.ToArray());
    }

    /// <summary>Its lines.</summary>
    public static string[] Lines(Action<Stream> write) => By(write).TrimEnd('\n').Split('\n');

    /// <summary>The summary of a result.</summary>
    public static string Summary(BacktestResult result) => By(into => SummaryJson.Write(into, Report(result)));

    /// <summary>The summary of a result, parsed.</summary>
    public static JsonElement Json(BacktestResult result) => JsonDocument.Parse(Summary(result)).RootElement;
}

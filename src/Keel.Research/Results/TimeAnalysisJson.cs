using System.Text.Json;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>The part <c>time_analysis</c> of summary.json: hours and weekdays are those of the entry in New York, best and worst by net.</summary>
internal static class TimeAnalysisJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, PerformanceSummary summary)
    {
        var groups = summary.Groups;
        json.WriteStartObject("time_analysis");
        json.Figure("avg_hold_time_minutes", summary.Trades.HoldMinutes);
        json.Count("best_hour", TradeGroups.Best(groups.ByHour)?.Key);
        json.Count("worst_hour", TradeGroups.Worst(groups.ByHour)?.Key);
        json.WriteString("best_day_of_week", TradeGroups.Best(groups.ByWeekday)?.Name);
        json.WriteString("worst_day_of_week", TradeGroups.Worst(groups.ByWeekday)?.Name);
        json.WriteNumber("traded_days", summary.Daily.TradedDays);
        Groups(json, "by_hour", groups.ByHour);
        Groups(json, "by_day_of_week", groups.ByWeekday);
        Groups(json, "by_confidence", groups.ByConfidence);
        json.WriteEndObject();
    }

    private static void Groups(Utf8JsonWriter json, string name, IReadOnlyList<TradeGroup> groups)
    {
        json.WriteStartArray(name);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("name", group.Name);
            json.WriteNumber("trades", group.Trades);
            json.Dollars("net_pnl", group.Net);
            json.Figure("win_rate", group.WinRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

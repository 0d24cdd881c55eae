using System.Text.Json;
using Keel.Research.Backtests;

namespace Keel.Research.Results;

/// <summary>Writes parameters.json: everything that was set, by path, and what it ran on.</summary>
public static class ParametersJson
{
    /// <summary>Writes the settings of a result.</summary>
    public static void Write(Stream into, BacktestResult result)
    {
        using var json = new Utf8JsonWriter(into, JsonFigures.Options);
        json.WriteStartObject();
        json.WriteString("profile", result.Profile);
        json.WriteString("strategy", result.Strategy);
        json.WriteString("class", result.StrategyClass);
        json.WriteString("instrument", result.Instrument.Key);
        json.WriteString("bars", result.Bars.ToString());
        json.WriteString("dataset", result.Dataset);
        json.WriteNumber("days_per_year", result.DaysPerYear);
        json.WriteStartObject("parameters");
        foreach (var (path, value) in result.Parameters)
        {
            json.Setting(path, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        into.WriteByte((byte)'\n');
    }
}

using System.Text.Json;

namespace Keel.Indicators.Tests.Goldens;

/// <summary>One function that TA-Lib ran over a market's bars, and the columns it gave.</summary>
internal sealed class TalibColumn(Table results, Table bars, decimal tick, JsonElement described)
{
    /// <summary>Every run of a function in every market of the goldens.</summary>
    public static IReadOnlyList<TalibColumn> Of(string function)
    {
        var found = new List<TalibColumn>();
        foreach (var (market, path) in GoldenFiles.Of("indicators", ".talib.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var results = new Table(Path.ChangeExtension(path, ".csv"));
            var bars = GoldenFiles.Bars(market);
            var tick = document.RootElement.GetProperty("tick").GetDecimal();
            foreach (var described in document.RootElement.GetProperty("columns").EnumerateArray())
            {
                if (described.GetProperty("function").GetString() == function)
                {
                    found.Add(new TalibColumn(results, bars, tick, described.Clone()));
                }
            }
        }

        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>The period.</summary>
    public int Period => described.GetProperty("parameters").GetProperty("n").GetInt32();

    /// <summary>The tick, in points.</summary>
    public double Tick => (double)tick;

    /// <summary>The first row with a value.</summary>
    public int FirstRow => described.GetProperty("first_row").GetInt32();

    /// <summary>The name of one of its outputs.</summary>
    public string Name(int output = 0) => described.GetProperty("columns")[output].GetString()!;

    /// <summary>What TA-Lib found.</summary>
    public double[] Expected(int output = 0) => results.Numbers(Name(output));

    /// <summary>Its first input, in points.</summary>
    public double[] Input => bars.Numbers(InputName);

    /// <summary>Its first input, in ticks.</summary>
    public double[] InputInTicks => Array.ConvertAll(bars.Ticks(InputName, tick), ticks => (double)ticks);

    /// <summary>A column of the bars, in points.</summary>
    public double[] Bars(string name) => bars.Numbers(name);

    private string InputName => described.GetProperty("inputs")[0].GetString()!;
}

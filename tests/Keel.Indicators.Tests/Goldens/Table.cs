using System.Globalization;

namespace Keel.Indicators.Tests.Goldens;

/// <summary>A text table with a heading; an empty cell is not a number.</summary>
internal sealed class Table
{
    private readonly string[] heading;
    private readonly string[][] rows;

    public Table(string path)
    {
        var lines = File.ReadAllLines(path);
        heading = lines[0].Split(',');
        rows = [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }

    /// <summary>A column as written.</summary>
    public string[] Texts(string name)
    {
        var column = Array.IndexOf(heading, name);
        Assert.True(column >= 0, $"no column {name}");
        return Array.ConvertAll(rows, row => row[column]);
    }

    /// <summary>A column of numbers.</summary>
    public double[] Numbers(string name) =>
        Array.ConvertAll(
            Texts(name),
            text => text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        );

    /// <summary>A column of prices in ticks of this size; throws for a price between two ticks.</summary>
    public long[] Ticks(string name, decimal tick) =>
        Array.ConvertAll(
            Texts(name),
            text =>
            {
                var ticks = decimal.Parse(text, CultureInfo.InvariantCulture) / tick;
                return ticks == decimal.Truncate(ticks) ? (long)ticks : throw new FormatException($"{text} lies between ticks");
            }
        );
}

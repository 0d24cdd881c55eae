namespace Keel.Cli.Console;

/// <summary>A small chart of closing prices for a terminal: blocks of eight heights, some rows high, with the highest and lowest price beside it.</summary>
public static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>The rows of the chart, top first; values are averaged into the columns.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<double> values, int columns, int rows, Func<double, string> label)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var width = Math.Min(columns, values.Count);
        var means = new double[width];
        for (var column = 0; column < width; column++)
        {
            var from = (int)((long)column * values.Count / width);
            var to = Math.Max(from + 1, (int)((long)(column + 1) * values.Count / width));
            means[column] = values.Skip(from).Take(to - from).Average();
        }

        var (low, high) = (means.Min(), means.Max());
        var labelWidth = Math.Max(label(low).Length, label(high).Length);
        var lines = new List<string>(rows);
        for (var row = rows - 1; row >= 0; row--)
        {
            var text = new char[width];
            for (var column = 0; column < width; column++)
            {
                var height = high > low ? (means[column] - low) / (high - low) * ((rows * 8) - 1) : 0;
                text[column] = Blocks[(int)Math.Clamp(Math.Round(height) - (row * 8) + 1, 0, 8)];
            }

            var beside =
                row == rows - 1 ? label(high)
                : row == 0 ? label(low)
                : "";
            lines.Add($"{beside.PadLeft(labelWidth)} │{new string(text)}");
        }

        return lines;
    }
}

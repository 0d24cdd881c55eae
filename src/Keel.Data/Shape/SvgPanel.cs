using System.Globalization;

namespace Keel.Data.Shape;

/// <summary>One small chart: a title, two axes, lines, dots and columns. Colours come from the page's style, so that it reads in light and dark.</summary>
internal sealed class SvgPanel
{
    private const double Left = 42;
    private const double Top = 34;
    private const double Bottom = 30;

    private readonly TextWriter to;
    private readonly double x;
    private readonly double y;
    private readonly double width;
    private readonly double height;
    private readonly double count;
    private readonly double highest;

    /// <summary>A chart at a place of the picture, with so many steps along and up to so much.</summary>
    public SvgPanel(TextWriter to, string title, (double X, double Y, double Width, double Height) box, int count, double highest)
    {
        this.to = to;
        (x, y) = (box.X + Left, box.Y + Top);
        (width, height) = (box.Width - Left - 8, box.Height - Top - Bottom);
        this.count = count;
        this.highest = highest;
        Text(box.X + 4, box.Y + 18, "title", title, "start");
    }

    /// <summary>The axes: levels up the side, labels along the bottom at their steps.</summary>
    public void Axes(IEnumerable<double> levels, string format, IEnumerable<(double At, string Label)> labels)
    {
        foreach (var level in levels)
        {
            to.WriteLine(
                $"<line class=\"grid\" x1=\"{N(x)}\" x2=\"{N(x + width)}\" y1=\"{N(Up(level))}\" y2=\"{N(Up(level))}\"/>"
            );
            Text(x - 6, Up(level) + 4, "label", level.ToString(format, CultureInfo.InvariantCulture), "end");
        }

        foreach (var (at, label) in labels)
        {
            Text(Along(at), y + height + 16, "label", label, "middle");
        }
    }

    /// <summary>A line through values at the middles of their steps; it breaks where a value is missing.</summary>
    public void Line(IReadOnlyList<double> values, string style)
    {
        var points = new List<string>();
        for (var i = 0; i <= values.Count; i++)
        {
            if (i < values.Count && !double.IsNaN(values[i]))
            {
                points.Add($"{N(Along(i + 0.5))},{N(Up(values[i]))}");
                continue;
            }

            if (points.Count > 1)
            {
                to.WriteLine($"<polyline class=\"line {style}\" points=\"{string.Join(' ', points)}\"/>");
            }

            points.Clear();
        }
    }

    /// <summary>Dots at the middles of some steps.</summary>
    public void Dots(IEnumerable<(int At, double Value)> dots, string style)
    {
        foreach (var (at, value) in dots)
        {
            to.WriteLine($"<circle class=\"fill {style}\" cx=\"{N(Along(at + 0.5))}\" cy=\"{N(Up(value))}\" r=\"4\"/>");
        }
    }

    /// <summary>Columns, several side by side in each step.</summary>
    public void Columns(IReadOnlyList<double> values, int place, int places, string style)
    {
        var wide = 0.8 / places;
        for (var i = 0; i < values.Count; i++)
        {
            var from = Along(i + 0.1 + (place * wide));
            var top = Up(values[i]);
            to.WriteLine(
                $"<rect class=\"fill {style}\" x=\"{N(from)}\" y=\"{N(top)}\" width=\"{N(Along(wide) - Along(0) - 1)}\" height=\"{N(y + height - top)}\"/>"
            );
        }
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double Along(double step) => x + (width * step / count);

    private double Up(double value) => y + (height * (1 - Math.Clamp(value / highest, 0, 1)));

    private void Text(double atX, double atY, string style, string text, string anchor) =>
        to.WriteLine($"<text class=\"{style}\" x=\"{N(atX)}\" y=\"{N(atY)}\" text-anchor=\"{anchor}\">{text}</text>");
}

namespace Keel.Data.Shape;

/// <summary>Four small charts of a synthetic market beside two real ones: volume, range, memory of volatility, sizes of changes.</summary>
internal static class ShapePicture
{
    private const int Noon = 24;
    private const int FirstHalfHour = 36;
    private const double Width = 900;
    private const double Height = 640;

    private static readonly RealFigures[] Real = [RealFigures.Nasdaq, RealFigures.StandardAndPoors];
    private static readonly int[] ClockLabels = [18, 21, 0, 3, 6, 9, 12, 15];
    private static readonly int[] LagLabels = [1, 10, 20, 30, 40, 50, 60];
    private static readonly string[] Styles = ["nq", "es"];

    private const string Head = """
        <style>
        svg { font: 12px system-ui, sans-serif; }
        .title { font-size: 14px; font-weight: 600; fill: #24292f; }
        .label { fill: #57606a; }
        .grid { stroke: #8c959f; stroke-opacity: 0.3; }
        .line { fill: none; stroke-width: 2; }
        .syn { stroke: #d1570a; } .nq { stroke: #1f77c9; } .es { stroke: #2a9d6f; }
        .fill { stroke: none; }
        .fill.syn { fill: #d1570a; } .fill.nq { fill: #1f77c9; } .fill.es { fill: #2a9d6f; }
        @media (prefers-color-scheme: dark) {
          .title { fill: #e6edf3; } .label { fill: #9da7b1; }
          .syn { stroke: #ff9248; } .nq { stroke: #6cb2ff; } .es { stroke: #5fd3a2; }
          .fill.syn { fill: #ff9248; } .fill.nq { fill: #6cb2ff; } .fill.es { fill: #5fd3a2; }
        }
        </style>
        """;

    public static void Write(TextWriter to, string name, MarketShape whole, MarketShape regular)
    {
        to.WriteLine(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{name} beside real markets\">"
        );
        to.WriteLine(Head);
        Legend(to, name);
        var half = Width / 2;
        var row = (Height - 40) / 2;
        Day(to, "Volume by half hour, noon = 1", (0, 40, half, row), whole, shape => shape.Volume, real => real.Volume, 4);
        Day(
            to,
            "Range of a minute by half hour, noon = 1",
            (half, 40, half, row),
            whole,
            s => s.RangeTicks,
            r => r.RangeTicks,
            2.5
        );
        Memory(to, (0, 40 + row, half, row), regular);
        Changes(to, (half, 40 + row, half, row), regular);
        to.WriteLine("</svg>");
    }

    private static void Legend(TextWriter to, string name)
    {
        var at = 20;
        foreach (var (label, style) in new[] { (name, "syn"), (Real[0].Name, Styles[0]), (Real[1].Name, Styles[1]) })
        {
            to.WriteLine($"<rect class=\"fill {style}\" x=\"{at}\" y=\"14\" width=\"14\" height=\"14\"/>");
            to.WriteLine($"<text class=\"title\" x=\"{at + 20}\" y=\"26\">{label}</text>");
            at += 40 + (label.Length * 9);
        }
    }

    private static void Day(
        TextWriter to,
        string title,
        (double X, double Y, double Width, double Height) box,
        MarketShape shape,
        Func<HalfHourShape, double> measured,
        Func<RealFigures, double[]> published,
        double highest
    )
    {
        var panel = new SvgPanel(to, title, box, 48, highest);
        panel.Axes(
            Enumerable.Range(0, 6).Select(i => i * highest / 5),
            "0.0",
            ClockLabels.Select(hour => ((double)(((hour * 2) - FirstHalfHour + 48) % 48), $"{hour:00}:00"))
        );
        for (var i = 0; i < Real.Length; i++)
        {
            panel.Line(FromEvening(published(Real[i])), Styles[i]);
        }

        var halves = Enumerable.Repeat(double.NaN, 48).ToArray();
        foreach (var half in shape.Profile)
        {
            halves[half.StartMinute / 30] = measured(half);
        }

        panel.Line(FromEvening(halves), "syn");
    }

    private static double[] FromEvening(double[] halves) =>
        [.. Enumerable.Range(0, 48).Select(i => halves[(i + FirstHalfHour) % 48] / halves[Noon])];

    private static void Memory(TextWriter to, (double X, double Y, double Width, double Height) box, MarketShape regular)
    {
        const int LongestLag = 60;
        var panel = new SvgPanel(to, "Memory of volatility: acf of |r| by lag in minutes (RTH)", box, LongestLag + 1, 0.25);
        panel.Axes([0, 0.05, 0.10, 0.15, 0.20, 0.25], "0.00", LagLabels.Select(lag => (lag + 0.5, $"{lag}")));
        panel.Line([double.NaN, .. Enumerable.Range(1, LongestLag).Select(regular.AcfAbsAdjusted)], "syn");
        for (var i = 0; i < Real.Length; i++)
        {
            panel.Dots(RealFigures.Lags.Zip(Real[i].AcfAbsAdjusted), Styles[i]);
        }
    }

    private static void Changes(TextWriter to, (double X, double Y, double Width, double Height) box, MarketShape regular)
    {
        (int From, int To, string Label)[] sizes =
        [
            (0, 0, "0"),
            (1, 1, "1"),
            (2, 2, "2"),
            (3, 3, "3"),
            (4, 4, "4"),
            (5, 9, "5-9"),
            (10, 19, "10-19"),
            (20, int.MaxValue, "20+"),
        ];
        var panel = new SvgPanel(to, "Change of a minute in ticks, share of minutes (RTH)", box, sizes.Length, 0.4);
        panel.Axes([0, 0.1, 0.2, 0.3, 0.4], "0.0", sizes.Select((size, i) => (i + 0.5, size.Label)));
        panel.Columns([.. sizes.Select(size => regular.ShareOfChanges(size.From, size.To))], 0, 3, "syn");
        for (var i = 0; i < Real.Length; i++)
        {
            panel.Columns(Real[i].TickChanges, i + 1, 3, Styles[i]);
        }
    }
}

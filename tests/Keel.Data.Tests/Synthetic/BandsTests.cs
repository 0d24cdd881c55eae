using Keel.Data.Shape;
using Keel.Data.Synthetic;

namespace Keel.Data.Tests.Synthetic;

/// <summary>The default market, and every market with a planted edge, looks like a real one by every figure that has a band.</summary>
public class BandsTests
{
    private const int Days = DefaultReport.Days;

    [Fact]
    public void The_default_market_lies_in_every_band() => Inside(DefaultReport.Value);

    [Theory]
    [InlineData(PlantedEdge.Imbalance)]
    [InlineData(PlantedEdge.Interaction)]
    [InlineData(PlantedEdge.RegimeHour)]
    [InlineData(PlantedEdge.Decaying)]
    [InlineData(PlantedEdge.Decoy)]
    public void A_planted_market_lies_in_every_band(PlantedEdge form)
    {
        Assert.SkipUnless(Markets.Long || form is PlantedEdge.Interaction, "one form is enough here: set KEEL_LONG=1 for all");
        Inside(ShapeReport.Of(Markets.Mes(Days, MarketModel.Planted(0.1, form))));
    }

    [Fact]
    public void Of_many_seeds_nearly_every_figure_lies_in_its_band()
    {
        Assert.SkipUnless(Markets.Long, "forty markets of sixty days: set KEEL_LONG=1");
        var reports = new ShapeReport[40];
        Parallel.For(0, reports.Length, seed => reports[seed] = ShapeReport.Of(Markets.Mes(Days, seed: seed + 1)));
        var outside = reports
            .SelectMany(report => report.Rows)
            .Where(row => !row.Inside)
            .GroupBy(row => row.Figure)
            .Select(group => $"{group.Key}: {group.Count()} of {reports.Length} outside {group.First().Band}")
            .ToList();
        foreach (var line in outside)
        {
            TestContext.Current.SendDiagnosticMessage(line);
        }

        // Sixty days are a sample: a figure may leave its band by chance, but none may do so often.
        Assert.All(
            reports[0].Rows.Select(row => row.Figure),
            figure =>
                Assert.InRange(
                    reports.Count(report => !report.Rows.Single(row => row.Figure == figure).Inside),
                    0,
                    reports.Length / 4
                )
        );
    }

    private static void Inside(ShapeReport report)
    {
        var outside = report.Rows.Where(row => !row.Inside).Select(row => $"{row.Figure}: {row.MeasuredText} outside {row.Band}");
        Assert.True(report.AllInside, string.Join("\n", outside));
    }
}

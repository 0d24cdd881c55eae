namespace Keel.Research.Reports.Sections;

/// <summary>All figures of the summary, in tables.</summary>
internal static class FigureSection
{
    /// <summary>Adds the section.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        html.Add($"""<section id="figures"><h2>Figures</h2><div class="figures">""");
        foreach (var (title, figures) in FigureTables.All)
        {
            AddTable(html, subject, title, figures);
        }

        AddTable(html, subject, "Further", FigureTables.Further(subject.Summary));
        html.Add($"</div></section>\n");
    }

    private static void AddTable(HtmlBuilder html, ReportSubject subject, string title, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        html.Add($"""<div class="panel"><h3>{title}</h3><dl class="pairs">""");
        foreach (var figure in figures)
        {
            // The unit stands with the name, so that the numbers stand one below the other.
            html.Add($"""<div><dt>{figure.Label}<span class="unit">{figure.UnitOf(subject.Summary)}</span></dt><dd>""");
            figure.AddTo(html, subject.Summary);
            html.Add($"</dd></div>");
        }

        html.Add($"</dl></div>\n");
    }
}

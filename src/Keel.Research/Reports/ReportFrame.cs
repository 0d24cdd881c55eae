namespace Keel.Research.Reports;

/// <summary>What is the same on every page: head, policy, style, heading, script, data.</summary>
internal static class ReportFrame
{
    private static readonly (string Id, string Name)[] Places =
    [
        ("overview", "Overview"),
        ("price", "Price"),
        ("equity", "Equity"),
        ("when", "When and how"),
        ("figures", "Figures"),
        ("risk", "Risk"),
        ("trades", "Trades"),
        ("settings", "Settings"),
    ];

    /// <summary>A page around its content.</summary>
    public static string Around(HtmlBuilder content, ReportSubject subject, ChartSet charts)
    {
        var result = subject.Result;
        var html = new HtmlBuilder();
        html.Add(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Assets.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{subject.Title}, {subject.Period}</title>
            <link rel="icon" href="data:,">
            <style>
            """
        );
        html.AddOwn(Assets.Style);
        html.Add(
            $"""
            </style>
            </head>
            <body>
            <header>
            <div>
            <h1>{subject.Title}</h1>
            <p class="about"><span>{subject.Period}</span><span>{result.Bars.ToString()} bars</span><span>{result.Trades.Count:N0} trades</span><span>profile {result.Profile}</span></p>
            </div>
            <button type="button" id="theme">Dark</button>
            </header>

            """
        );
        if (charts == ChartSet.All)
        {
            html.Add($"""<nav aria-label="Sections">""");
            foreach (var (id, name) in Places)
            {
                html.Add($"""<a href="#{id}">{name}</a>""");
            }

            html.Add($"</nav>\n");
        }

        html.Add($"<main>\n").AddOwn(content.ToString());
        html.Add(
            $"""
            </main>
            <footer><p>Run {subject.Summary.Raw("run_id")} of {subject.Summary.Raw(
                "timestamp"
            )}. Data: {result.Dataset}. Times are New York's. This file holds everything it shows.</p></footer>
            <script type="application/json" id="report-data">
            """
        );
        html.AddOwn(ReportData.Of(result, charts));
        html.Add($"</script>\n<script>").AddOwn(Assets.Script).Add($"</script>\n</body>\n</html>\n");
        return html.ToString();
    }
}

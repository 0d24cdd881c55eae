namespace Keel.Research.Reports.Sections;

/// <summary>Every setting of the run, so that it can be run again.</summary>
internal static class SettingsSection
{
    /// <summary>Adds the section.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        var result = subject.Result;
        html.Add(
            $"""<section id="settings"><h2>Settings</h2><details class="panel" open><summary>All settings of the run</summary><dl class="pairs settings"><div><dt>profile</dt><dd>{result.Profile}</dd></div><div><dt>class</dt><dd>{result.StrategyClass}</dd></div><div><dt>dataset</dt><dd>{result.Dataset}</dd></div>"""
        );
        foreach (var (path, value) in result.Parameters)
        {
            html.Add($"<div><dt>{path}</dt><dd>{value}</dd></div>");
        }

        html.Add($"</dl></details></section>\n");
    }
}

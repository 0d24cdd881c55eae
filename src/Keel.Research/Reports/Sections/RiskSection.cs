using System.Globalization;
using Keel.Research.Backtests;

namespace Keel.Research.Reports.Sections;

/// <summary>What risk refused, and what it did of its own.</summary>
internal static class RiskSection
{
    private const int MaxEvents = 100;

    /// <summary>Adds the section.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        var result = subject.Result;
        html.Add(
            $"""<section id="risk"><h2>Risk</h2><div class="two"><div class="panel"><h3>Wishes to enter that were refused</h3>"""
        );
        AddRejections(html, result);
        html.Add($"""</div><div class="panel"><h3>What risk did of its own</h3>""");
        AddEvents(html, result);
        html.Add($"</div></div></section>\n");
    }

    /// <summary>Adds how many wishes each rule refused.</summary>
    public static void AddRejections(HtmlBuilder html, BacktestResult result)
    {
        var refused = result.Rejections.Where(rule => rule.Value > 0).OrderByDescending(rule => rule.Value).ToList();
        if (refused.Count == 0)
        {
            html.Add($"""<p class="empty">None of {result.SignalCount:N0}.</p>""");
            return;
        }

        html.Add(
            $"""<table><thead><tr><th class="left">Rule</th><th class="bar"></th><th>Refused</th><th>Of all wishes</th></tr></thead><tbody>"""
        );
        foreach (var (code, count) in refused)
        {
            var share = result.SignalCount == 0 ? 0 : count / (decimal)result.SignalCount;
            html.Add(
                $"""<tr data-rejection="{code}"><td class="left">{code}</td><td class="bar"><svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><rect class="mark" stroke="none" width="{(long)(Math.Min(1, share) * 1000)}" height="8"/></svg></td><td>{count:N0}</td><td>{Figure.PerCent(share)}</td></tr>"""
            );
        }

        html.Add($"</tbody></table>");
    }

    private static void AddEvents(HtmlBuilder html, BacktestResult result)
    {
        if (result.RiskEvents.Count == 0)
        {
            html.Add($"""<p class="empty">Nothing.</p>""");
            return;
        }

        html.Add(
            $"""<div class="scroll"><table><thead><tr><th class="left">When</th><th class="left">What</th><th class="left">Rule</th><th>Measured</th><th>Bound</th></tr></thead><tbody>"""
        );
        foreach (var happened in result.RiskEvents.Take(MaxEvents))
        {
            html.Add(
                $"""<tr><td class="left">{ReportSubject.NewYorkTime(happened.At)}</td><td class="left">{happened.What}</td><td class="left">{happened.Code}</td><td>{Number(happened.Need)}</td><td>{Number(happened.Bound)}</td></tr>"""
            );
        }

        html.Add($"</tbody></table></div>");
        if (result.RiskEvents.Count > MaxEvents)
        {
            html.Add($"""<p class="note">The first {MaxEvents} of {result.RiskEvents.Count:N0}.</p>""");
        }
    }

    private static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}

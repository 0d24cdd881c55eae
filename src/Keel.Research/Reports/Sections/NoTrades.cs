namespace Keel.Research.Reports.Sections;

/// <summary>What a report says when nothing was traded: why, as far as it is known.</summary>
internal static class NoTrades
{
    /// <summary>Adds the notice.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        var result = subject.Result;
        html.Add($"""<div class="panel alert" id="no-trades"><h3>No trades: why</h3>""");
        if (result.TotalBars == 0)
        {
            html.Add(
                $"<p>There were no bars: the data hold nothing between the dates asked for, or nothing of this instrument.</p>"
            );
        }
        else if (result.SignalCount == 0)
        {
            html.Add(
                $"<p>The strategy never wished to enter, in {result.TotalBars:N0} bars. Its hours may lie outside the data, its warm-up may be longer than the data, or its condition never came true.</p>"
            );
        }
        else
        {
            html.Add($"<p>The strategy wished to enter {result.SignalCount:N0} times, and no wish became a trade.</p>");
            RiskSection.AddRejections(html, result);
        }

        html.Add($"</div>\n");
    }

    /// <summary>The sentences in place of the figures' meaning.</summary>
    public static IEnumerable<Verdict> Words(ReportSubject subject)
    {
        yield return new Verdict("Without trades there is nothing to judge. Figures that need trades are given as n/a.");
        foreach (var remark in subject.Result.Remarks)
        {
            yield return new Verdict(remark);
        }
    }
}

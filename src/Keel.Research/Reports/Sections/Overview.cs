using System.Globalization;

namespace Keel.Research.Reports.Sections;

/// <summary>The top of the report: eight figures, what they mean in sentences, and recommendations.</summary>
internal static class Overview
{
    /// <summary>Adds the section.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        html.Add($"""<section id="overview"><dl class="cards">""");
        foreach (var (path, note) in Cards(subject))
        {
            var figure = FigureTables.Of(path);
            html.Add($"""<div class="card"><dt>{figure.Label}</dt><dd>""");
            figure.AddTo(html, subject.Summary);
            html.Add($"""<span class="unit">{figure.UnitOf(subject.Summary)}</span></dd><dd>{note}</dd></div>""");
        }

        html.Add($"</dl>\n");
        if (!subject.HasTrades)
        {
            NoTrades.AddTo(html, subject);
        }

        var recommendations = subject.Summary.Sentences("recommendations").ToList();
        html.Add($"""<div class="two wide-left"><div class="panel"><h3>What the figures say</h3><ul class="words">""");
        foreach (var verdict in subject.HasTrades ? Verdicts.Of(subject.Result, subject.Summary) : NoTrades.Words(subject))
        {
            html.Add($"""<li class="{(verdict.IsWarning ? "warning" : "")}">{verdict.Text}</li>""");
        }

        html.Add($"""</ul></div><div class="panel"><h3>Recommendations</h3><ul class="words">""");
        foreach (var sentence in recommendations)
        {
            html.Add($"<li>{sentence}</li>");
        }

        if (recommendations.Count == 0)
        {
            var why = subject.HasTrades
                ? "None. Nothing stood out by more than chance, counted over all the hours and weekdays that were looked at."
                : "None without trades.";
            html.Add($"<li>{why}</li>");
        }

        html.Add($"</ul></div></div></section>\n");
    }

    private static IEnumerable<(string Path, string Note)> Cards(ReportSubject subject)
    {
        var summary = subject.Summary;
        yield return ("performance.net_pnl", $"{Dollars("performance.gross_pnl")} before costs");
        yield return (
            "performance.expectancy",
            $"winner {Dollars("performance.avg_winner")}, loser {Dollars("performance.avg_loser")}"
        );
        yield return (
            "performance.win_rate",
            summary.Number("performance.break_even_win_rate") is { } needed
                ? $"costs demand {Figure.PerCent(needed)}"
                : "no fixed stop and target to compare with"
        );
        yield return ("performance.profit_factor", "earned by winners per dollar lost");
        yield return ("performance.sharpe_ratio", $"from {Count("data_range.trading_days")} daily results");
        yield return (
            "performance.max_drawdown_usd",
            summary.Number("performance.max_drawdown_pct") is null
                ? "trade by trade"
                : $"{Count("performance.max_drawdown_pct")} % of the equity it fell from"
        );
        yield return ("performance.total_trades", $"{Count("performance.trades_per_day")} a trading day");
        yield return ("performance.commission", $"and {Dollars("performance.slippage")} of slippage");

        string Dollars(string path) => summary.Number(path) is { } amount ? Figure.Dollars(amount) : "n/a";
        string Count(string path) =>
            summary.Number(path) is { } number ? number.ToString("#,##0.##", CultureInfo.InvariantCulture) : "n/a";
    }
}

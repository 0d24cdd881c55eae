using System.Text;
using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Reports.Sections;

namespace Keel.Research.Reports;

/// <summary>A backtest as pages that one opens in a browser: each is one file that holds all it shows and asks nothing of the network.</summary>
/// <param name="result">The run.</param>
/// <param name="summary">Its summary document, whose figures the pages show as they are.</param>
public sealed class BacktestReport(BacktestResult result, JsonObject summary)
{
    private readonly ReportSubject subject = new(result, new Summary(summary));

    /// <summary>Writes <c>report.html</c> and <c>charts/*.html</c> into a results folder, which is made when it is not there.</summary>
    public void Save(string folder)
    {
        var charts = Directory.CreateDirectory(Path.Combine(folder, "charts")).FullName;
        File.WriteAllText(Path.Combine(folder, "report.html"), Page(), Encoding.UTF8);
        foreach (var chart in Enum.GetValues<ReportChart>())
        {
            File.WriteAllText(Path.Combine(charts, FileOf(chart)), ChartPage(chart), Encoding.UTF8);
        }
    }

    /// <summary>The whole report.</summary>
    public string Page()
    {
        var html = new HtmlBuilder();
        Overview.AddTo(html, subject);
        ChartSections.AddTo(html, subject);
        FigureSection.AddTo(html, subject);
        RiskSection.AddTo(html, subject);
        TradeSection.AddTo(html, subject);
        SettingsSection.AddTo(html, subject);
        return ReportFrame.Around(html, subject, ChartSet.All);
    }

    /// <summary>A page with one chart only.</summary>
    public string ChartPage(ReportChart chart)
    {
        var html = new HtmlBuilder();
        html.Add($"""<section class="alone">""");
        switch (chart)
        {
            case ReportChart.EquityCurve:
                ChartSections.AddEquity(html, subject);
                break;
            case ReportChart.Drawdown:
                ChartSections.AddDrawdown(html, subject);
                break;
            case ReportChart.TradeDistribution:
                ChartSections.AddDistribution(html, subject);
                break;
            case ReportChart.MonthlyReturns:
                MonthTable.AddTo(html, subject.Result.Days);
                break;
        }

        html.Add($"</section>");
        return ReportFrame.Around(html, subject, ChartSet.Results);
    }

    private static string FileOf(ReportChart chart) =>
        chart switch
        {
            ReportChart.EquityCurve => "equity_curve.html",
            ReportChart.Drawdown => "drawdown.html",
            ReportChart.TradeDistribution => "trade_distribution.html",
            ReportChart.MonthlyReturns => "monthly_returns.html",
        };
}

using System.Text;
using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Reports.Sections;
using Keel.Research.Results;

namespace Keel.Research.Reports;

/// <summary>A backtest as pages that one opens in a browser: each is one file that holds all it shows and asks nothing of the network.</summary>
/// <param name="result">The run.</param>
/// <param name="summary">Its summary document, whose figures the pages show as they are.</param>
public sealed class BacktestReport(BacktestResult result, JsonObject summary)
{
    private readonly ReportSubject subject = new(result, new Summary(summary));

    /// <summary><c>report.html</c> and <c>charts/*.html</c>, as further files of a results folder.</summary>
    public IReadOnlyList<ResultFile> Files =>
        [
            new("report.html", into => into.Write(Encoding.UTF8.GetBytes(Page()))),
            .. Enum.GetValues<ReportChart>()
                .Select(chart => new ResultFile(
                    "charts/" + FileOf(chart),
                    into => into.Write(Encoding.UTF8.GetBytes(ChartPage(chart)))
                )),
        ];

    /// <summary>Writes all pages into a folder, which is made when it is not there.</summary>
    public void Save(string folder)
    {
        foreach (var page in Files)
        {
            var path = Path.Combine(folder, page.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var into = File.Create(path);
            page.Write(into);
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

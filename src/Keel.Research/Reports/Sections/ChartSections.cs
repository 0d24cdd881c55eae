using System.Globalization;
using Keel.Domain;

namespace Keel.Research.Reports.Sections;

/// <summary>The charts: each a figure with a sentence that says how to read it, or why it is not there.</summary>
internal static class ChartSections
{
    private const string NoTrades = "No trades to draw.";

    /// <summary>Adds all charts of the report.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        html.Add($"""<section id="price"><h2>Price and fills</h2>""");
        AddPrice(html, subject);
        html.Add($"""</section><section id="equity"><h2>Equity</h2>""");
        AddEquity(html, subject);
        AddDrawdown(html, subject);
        MonthTable.AddTo(html, subject.Result.Days);
        html.Add($"""</section><section id="when"><h2>When and how it earned</h2><div class="two">""");
        AddDistribution(html, subject);
        AddRandom(html, subject);
        html.Add($"""</div><div class="two">""");
        AddHours(html, subject);
        AddWeekdays(html, subject);
        html.Add($"""</div><div class="two">""");
        AddSharpe(html, subject);
        ExitTable.AddTo(html, subject.Result.Trades);
        html.Add($"</div></section>\n");
    }

    /// <summary>Adds the equity curve.</summary>
    public static void AddEquity(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "equity",
            "Equity",
            "The sum of net profit after every trade; the thin line is the same before commission and slippage.",
            subject.HasTrades ? null : NoTrades
        );

    /// <summary>Adds the drawdown.</summary>
    public static void AddDrawdown(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "drawdown",
            "Drawdown",
            "How far the sum of net profit lay below its highest value so far, which begins at zero.",
            subject.HasTrades ? null : NoTrades,
            "low"
        );

    /// <summary>Adds the distribution of trades.</summary>
    public static void AddDistribution(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "distribution",
            "Profit and loss of trades",
            "Net of each trade; the outermost bars hold what lies beyond them.",
            subject.HasTrades ? null : NoTrades
        );

    private static void AddPrice(HtmlBuilder html, ReportSubject subject)
    {
        var result = subject.Result;
        var levels = ProtectionLevels.Of(result.Parameters) is null
            ? "Stops and targets are shown where they were hit."
            : "Dashed lines are stop and target at the profile's distance from the entry.";
        var step = LengthOf(result.PictureStep);
        html.Add(
            $"""
            <figure><figcaption><span class="legend">
            <span><svg viewBox="0 0 12 12"><path class="ink" d="M6 1 11 11H1z"/></svg>long entry</span>
            <span><svg viewBox="0 0 12 12"><path class="ink" d="M6 11 11 1H1z"/></svg>short entry</span>
            <span><svg viewBox="0 0 12 12"><circle class="gain" cx="6" cy="6" r="4"/></svg>target</span>
            <span><svg viewBox="0 0 12 12"><path class="loss" stroke-width="2" d="M2 2 10 10M10 2 2 10"/></svg>stop</span>
            <span><svg viewBox="0 0 12 12"><path class="mark" d="M2 2H10V10H2z"/></svg>other exit</span>
            <span class="gain">winner</span><span class="loss">loser</span></span>
            <span class="legend"><button type="button" id="price-style" aria-pressed="false">Line</button></span>
            <p id="hint">Wheel or pinch zooms, dragging moves (or, with all in view, marks a stretch), a double click shows all. {levels} A bar of the picture is {step}; hollow ones rose.</p>
            </figcaption>
            """
        );
        AddPlot(html, "price", result.Picture.Count > 1 ? null : "No bars to draw.", "tall");
        html.Add($"</figure>\n");
    }

    private static string LengthOf(Span step) =>
        step.TotalSeconds switch
        {
            < 60 => step.ToString(),
            < 3600 => step.TotalMinutes.ToString("0.# min", CultureInfo.InvariantCulture),
            < 86_400 => (step.TotalMinutes / 60).ToString("0.# h", CultureInfo.InvariantCulture),
            _ => (step.TotalMinutes / 1440).ToString("0.# d", CultureInfo.InvariantCulture),
        };

    private static void AddRandom(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "random",
            "Beside random entries",
            "Net per trade of runs that entered at random, with the same exits, costs and hours.",
            subject switch
            {
                { HasTrades: false } => NoTrades,
                { Result.Random: null or { NetPerTrade.Count: 0 } } => "No random entries were run for this report.",
                _ => null,
            }
        );

    private static void AddHours(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "hours",
            "Hour of entry",
            "Mean net of a trade with its 95 % interval, New York time. Where the interval crosses zero the hour says nothing.",
            subject.HasTrades ? null : NoTrades
        );

    private static void AddWeekdays(HtmlBuilder html, ReportSubject subject) =>
        Add(
            html,
            "weekdays",
            "Weekday of entry",
            "The same by weekday. Of many groups one or two cross their bounds by chance alone.",
            subject.HasTrades ? null : NoTrades
        );

    private static void AddSharpe(HtmlBuilder html, ReportSubject subject)
    {
        var result = subject.Result;
        var sharpe = RollingSharpe.Of(result.Days, result.Capital, result.DaysPerYear);
        var of = result.Capital is null ? "daily dollars" : "daily returns";
        Add(
            html,
            "sharpe",
            "Rolling Sharpe ratio",
            $"Annual, of {of}, over the last {sharpe?.Window ?? 0} trading days. Its error is large: read its range, not its points.",
            (sharpe, subject.HasTrades) switch
            {
                (_, false) => NoTrades,
                (null, _) => $"{result.Days.Count} trading days are too few: it takes {RollingSharpe.LeastDays}.",
                _ => null,
            }
        );
    }

    private static void Add(HtmlBuilder html, string name, string title, string note, string? missing, string size = "")
    {
        html.Add($"<figure><figcaption><h3>{title}</h3>");
        if (missing is null)
        {
            html.Add($"<p>{note}</p>");
        }

        html.Add($"</figcaption>");
        AddPlot(html, name, missing, size);
        html.Add($"</figure>\n");
    }

    private static void AddPlot(HtmlBuilder html, string name, string? missing, string size)
    {
        if (missing is null)
        {
            html.Add($"""<div class="{size}" data-chart="{name}"></div>""");
        }
        else
        {
            html.Add($"""<p class="empty">{missing}</p>""");
        }
    }
}

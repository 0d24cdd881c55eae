using System.Globalization;
using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Reports;

namespace Keel.Research.Tests.Reports;

/// <summary>The pages, opened in a real browser.</summary>
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private static readonly string[] Shown =
    [
        "performance.net_pnl",
        "performance.gross_pnl",
        "performance.commission",
        "performance.slippage",
        "performance.total_return_pct",
        "performance.sharpe_ratio",
        "performance.sortino_ratio",
        "performance.calmar_ratio",
        "performance.profit_factor",
        "performance.win_rate",
        "performance.break_even_win_rate",
        "performance.expectancy",
        "performance.avg_winner",
        "performance.avg_loser",
        "performance.largest_winner",
        "performance.largest_loser",
        "performance.total_trades",
        "performance.winning_trades",
        "performance.losing_trades",
        "performance.trades_per_day",
        "performance.max_drawdown_usd",
        "performance.max_drawdown_pct",
        "performance.max_drawdown_bars",
        "performance.ambiguous_trades_pct",
        "performance.signals",
        "risk_metrics.worst_day",
        "risk_metrics.trades_rejected",
        "risk_metrics.risk_per_trade",
        "time_analysis.avg_hold_time_minutes",
        "engine.bars_per_second",
    ];

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    [InlineData(390, 844, true)]
    public async Task A_report_is_whole_quiet_and_no_wider_than_its_window(int width, int height, bool dark)
    {
        await using var page = await Open(SampleRun.Of(600), width, height, dark);

        AssertQuiet(page);
        await AssertFits(page, width);
        Assert.Equal(
            "price equity drawdown distribution random hours weekdays sharpe",
            (string?)await page.Evaluate("[...document.querySelectorAll('[data-chart]')].map(h => h.dataset.chart).join(' ')")
        );
        await AssertDrawn(page, 8);
        var brightness = (int)(await page.Evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"))!;
        Assert.True(dark ? brightness < 60 : brightness > 200, $"background {brightness}");
    }

    [Fact]
    public async Task Its_figures_are_those_of_the_summary()
    {
        var run = SampleRun.Of(600);
        var summary = SampleSummary.Of(run);
        await using var page = await Open(run, 1440, 900, dark: false);

        foreach (var path in Shown)
        {
            var found = (JsonArray)
                (
                    await page.Evaluate(
                        $"[...document.querySelectorAll('[data-key=\"{path}\"]')].map(f => [f.textContent, f.dataset.value])"
                    )
                )!;
            var names = path.Split('.');
            var written = summary[names[0]]![names[1]]!.ToJsonString();
            var exact = decimal.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.NotEmpty(found);
            Assert.All(
                found,
                figure =>
                {
                    // Ratios are read with four decimals; the page keeps all of them beside the text.
                    Assert.Equal(decimal.Round(exact, 4, MidpointRounding.AwayFromZero), Number((string)figure![0]!));
                    Assert.Equal(written, (string)figure[1]!);
                }
            );
        }
    }

    [Fact]
    public async Task Without_trades_it_says_why()
    {
        await using var page = await Open(SampleRun.Of(0), 390, 844, dark: false);

        AssertQuiet(page);
        await AssertFits(page, 390);
        await AssertDrawn(page, 1);
        var why = (string)(await page.Evaluate("document.getElementById('no-trades').innerText"))!;
        Assert.Contains("wished to enter 41 times", why, StringComparison.Ordinal);
        Assert.Equal(2, (int)(await page.Evaluate("document.querySelectorAll('#no-trades [data-rejection]').length"))!);
        Assert.Equal(
            "n/a",
            (string?)await page.Evaluate("document.querySelector('[data-key=\"performance.win_rate\"]').textContent")
        );
    }

    [Fact]
    public async Task Without_bars_it_is_still_a_page()
    {
        await using var page = await Open(SampleRun.Of(0, days: 0) with { SignalCount = 0 }, 1440, 900, dark: false);

        AssertQuiet(page);
        await AssertFits(page, 1440);
        var why = (string)(await page.Evaluate("document.getElementById('no-trades').innerText"))!;
        Assert.Contains("no bars", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task One_trade_is_drawn_and_called_too_few(int width)
    {
        await using var page = await Open(SampleRun.Of(1, days: 3), width, 844, dark: false);

        AssertQuiet(page);
        await AssertFits(page, width);
        await AssertDrawn(page, 7);
        var words = (string)(await page.Evaluate("document.querySelector('.words').innerText"))!;
        Assert.Contains("One trade says nothing", words, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await page.Evaluate("document.querySelectorAll('#trade-table tbody tr').length"))!);
    }

    [Fact]
    public async Task A_hundred_thousand_trades_stay_usable()
    {
        var run = SampleRun.Of(100_000);
        var html = new BacktestReport(run, SampleSummary.Of(run)).Page();
        Assert.InRange(html.Length, 1, 25_000_000);
        await using var page = await Open(run, 1440, 900, dark: false);

        AssertQuiet(page);
        await AssertFits(page, 1440);
        await AssertDrawn(page, 8);
        Assert.Equal(25, (int)(await page.Evaluate("document.querySelectorAll('#trade-table tbody tr').length"))!);
        // The page's own clock: from asking for the file to its last script, paper and ink included.
        var opened = (double)(await page.Evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart"))!;
        Assert.InRange(opened, 0, 3000);

        await page.Evaluate("document.querySelectorAll('#trade-table th button')[8].click()");
        var first = (string)(await page.Evaluate("document.querySelector('#trade-table tbody tr').cells[8].textContent"))!;
        Assert.Equal(run.Trades.Max(trade => trade.Net.Amount), Number(first));
        await page.Evaluate("document.querySelector('[data-turn=last]').click()");
        var where = (string)(await page.Evaluate("document.querySelector('[data-where]').textContent"))!;
        Assert.Equal("99,976 to 100,000 of 100,000", where);
    }

    [Fact]
    public async Task Charts_answer_to_pointer_wheel_and_keys()
    {
        await using var page = await Open(SampleRun.Of(600), 1440, 900, dark: false);
        await page.Evaluate("document.querySelector('[data-chart=equity]').scrollIntoView({block: 'center'})");
        await page.Evaluate("new Promise(done => setTimeout(() => { Hand.scrolled = -1000; done(1) }, 60))");
        var middle = (JsonArray)
            (
                await page.Evaluate(
                    "(b => [b.left + b.width / 2, b.top + b.height / 2])(document.querySelector('[data-chart=equity]').getBoundingClientRect())"
                )
            )!;
        var (x, y) = ((double)middle[0]!, (double)middle[1]!);

        await page.Mouse("mouseMoved", x, y);
        var tip = (string)(await page.Evaluate("document.querySelector('[data-chart=equity] .tip').innerText"))!;
        Assert.Contains("Before costs", tip, StringComparison.Ordinal);

        await page.Mouse("mouseWheel", x, y, wheel: -120);
        Assert.True((bool)(await page.Evaluate("page.equity.zoomed"))!, "the wheel zooms in");
        Assert.True((bool)(await page.Evaluate("page.drawdown.view[0] === page.equity.view[0]"))!, "drawdown goes along");

        var before = (double)(await page.Evaluate("page.equity.view[0]"))!;
        await page.Mouse("mousePressed", x, y, buttons: 1);
        await page.Mouse("mouseMoved", x + 40, y, buttons: 1);
        await page.Mouse("mouseReleased", x + 40, y);
        Assert.True((double)(await page.Evaluate("page.equity.view[0]"))! < before, "dragging moves back in time");

        await page.Evaluate("page.equity.whole.click()");
        Assert.False((bool)(await page.Evaluate("page.equity.zoomed"))!, "all is in view again");

        await page.Mouse("mousePressed", x - 100, y, buttons: 1);
        await page.Mouse("mouseMoved", x + 100, y, buttons: 1);
        await page.Mouse("mouseReleased", x + 100, y);
        Assert.True((bool)(await page.Evaluate("page.equity.zoomed"))!, "a marked stretch is looked at");

        await page.Evaluate("document.querySelectorAll('#trade-table tbody tr')[4].click()");
        Assert.True((bool)(await page.Evaluate("page.price.plot.zoomed && page.price.chosen === 4"))!, "a row shows its trade");
        AssertQuiet(page);
    }

    [Fact]
    public async Task The_button_changes_between_light_and_dark()
    {
        await using var page = await Open(SampleRun.Of(40, days: 50), 390, 844, dark: false);
        const string Colour = "getComputedStyle(document.body).backgroundColor + page.equity.ink.panel";
        var light = (string)(await page.Evaluate(Colour))!;

        await page.Evaluate("document.getElementById('theme').click()");

        Assert.NotEqual(light, (string)(await page.Evaluate(Colour))!);
        await page.Evaluate("document.getElementById('theme').click()");
        Assert.Equal(light, (string)(await page.Evaluate(Colour))!);
    }

    [Theory]
    [InlineData(680)]
    [InlineData(760)]
    public async Task On_paper_it_is_light_and_no_wider_than_the_sheet(int width)
    {
        await using var page = await Open(SampleRun.Of(600), width, 1000, dark: true);

        await page.Print();

        AssertQuiet(page);
        await AssertFits(page, width);
        await AssertDrawn(page, 8);
        Assert.Equal("rgb(255, 255, 255)", (string?)await page.Evaluate("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(255, 255, 255)", (string?)await page.Evaluate("page.equity.ink.panel"));
        Assert.False((bool)(await page.Evaluate("document.querySelector('nav').checkVisibility()"))!);
        Assert.True((bool)(await page.Evaluate("document.querySelector('th.left button').checkVisibility()"))!);
    }

    [Fact]
    public async Task Names_and_settings_cannot_become_markup()
    {
        const string Evil = "</script><script>window.evil=1</script><img src=x onerror=window.evil=1>\"'&";
        var run = SampleRun.Of(40, days: 5) with
        {
            Profile = Evil,
            Strategy = Evil,
            StrategyClass = Evil,
            Dataset = Evil,
            Parameters = [new(Evil, Evil)],
            Rejections = [new(Evil, 3)],
            Remarks = [Evil],
        };
        var summary = SampleSummary.Of(run);
        summary["recommendations"] = new JsonArray(Evil);
        summary["run_id"] = Evil;
        summary["time_analysis"]!["best_hour"] = Evil;
        summary["performance"]![Evil] = Evil;

        await using var page = await Open(run, summary, 1440, 900, dark: false);

        AssertQuiet(page);
        Assert.False((bool)(await page.Evaluate("'evil' in window || document.images.length > 0"))!);
        Assert.Equal(Evil + " on MES", (string?)await page.Evaluate("document.querySelector('h1').textContent"));
        await AssertFits(page, 1440);
    }

    [Theory]
    [InlineData("equity_curve", 1)]
    [InlineData("drawdown", 1)]
    [InlineData("trade_distribution", 1)]
    [InlineData("monthly_returns", 0)]
    public async Task Each_single_chart_is_a_page_of_its_own(string name, int plots)
    {
        var run = SampleRun.Of(300);
        new BacktestReport(run, SampleSummary.Of(run)).Save(folder.Path);

        await using var page = await browser.Open(folder.File("charts", name + ".html"), 390, 844, dark: true);

        AssertQuiet(page);
        await AssertFits(page, 390);
        await AssertDrawn(page, plots);
        Assert.Equal(plots == 0 ? 12 : 0, (int)(await page.Evaluate("document.querySelectorAll('.month:not(.none)').length"))!);
    }

    public void Dispose() => folder.Dispose();

    private Task<BrowserPage> Open(BacktestResult run, int width, int height, bool dark) =>
        Open(run, SampleSummary.Of(run), width, height, dark);

    private Task<BrowserPage> Open(BacktestResult run, JsonObject summary, int width, int height, bool dark) =>
        browser.Open(folder.Write("report.html", new BacktestReport(run, summary).Page()), width, height, dark);

    private static void AssertQuiet(BrowserPage page)
    {
        Assert.Empty(page.Complaints);
        // 'data:' is the empty icon, which stands in the page itself.
        var asked = Assert.Single(page.Requests, address => !address.StartsWith("data:", StringComparison.Ordinal));
        Assert.StartsWith("file:///", asked, StringComparison.Ordinal);
    }

    private static async Task AssertFits(BrowserPage page, int width) =>
        Assert.Equal(width, (int)(await page.Evaluate("document.documentElement.scrollWidth"))!);

    /// <summary>So many plots, each with marks of its own: pixels that are another colour when only its axes are painted.</summary>
    private static async Task AssertDrawn(BrowserPage page, int plots)
    {
        var marks = (JsonArray)
            (
                await page.Evaluate(
                    """
                    Plot.all.map(plot => {
                      const pixels = () => {
                        plot.paint();
                        const { width, height } = plot.base;
                        return new Uint32Array(plot.base.getContext('2d').getImageData(0, 0, width, height).data.buffer);
                      };
                      const whole = pixels();
                      const draw = plot.spec.draw;
                      plot.spec.draw = () => {};
                      const axes = pixels();
                      plot.spec.draw = draw;
                      plot.paint();
                      return whole.reduce((changed, pixel, at) => changed + (pixel !== axes[at] ? 1 : 0), 0);
                    })
                    """
                )
            )!;
        Assert.Equal(plots, marks.Count);
        Assert.All(marks, changed => Assert.InRange((int)changed!, 100, int.MaxValue));
    }

    private static decimal Number(string text) =>
        decimal.Parse(
            text.Replace("$", "", StringComparison.Ordinal),
            NumberStyles.Float | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );
}

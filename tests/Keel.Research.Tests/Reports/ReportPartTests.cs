using System.Text.Json.Nodes;
using Keel.Domain;
using Keel.Research.Reports;
using Keel.Trading.Ledger;

namespace Keel.Research.Tests.Reports;

public sealed class ReportPartTests
{
    [Theory]
    [InlineData("1234567.5", FigureKind.Money, "$1,234,567.50")]
    [InlineData("-0.004", FigureKind.Money, "$0.00")]
    [InlineData("-12.5", FigureKind.Money, "-$12.50")]
    [InlineData("0.4336", FigureKind.Fraction, "0.4336")]
    [InlineData("21400000", FigureKind.Number, "21,400,000")]
    [InlineData("1e2", FigureKind.Number, "100")]
    [InlineData("null", FigureKind.Number, "n/a")]
    [InlineData("\"14:00\"", FigureKind.Word, "14:00")]
    [InlineData("14", FigureKind.Word, "14")]
    public void A_figure_is_written_as_what_it_is(string json, object kind, string expected)
    {
        var summary = new Summary(new JsonObject { ["part"] = new JsonObject { ["figure"] = JsonNode.Parse(json) } });

        Assert.Equal(expected, new Figure("part.figure", "", (FigureKind)kind).TextOf(summary));
    }

    [Fact]
    public void A_figure_that_no_table_names_is_shown_all_the_same()
    {
        var summary = new Summary(
            new JsonObject
            {
                ["performance"] = new JsonObject
                {
                    ["net_pnl"] = 1,
                    ["ulcer_index"] = 0.0148,
                    ["list"] = new JsonArray(),
                },
            }
        );

        var figure = Assert.Single(FigureTables.Further(summary));
        Assert.Equal(("performance.ulcer_index", "Ulcer index"), (figure.Path, figure.Label));
    }

    [Fact]
    public void Holes_of_markup_are_escaped_and_its_own_text_is_not()
    {
        var html = new HtmlBuilder();
        html.Add($"""<b title="{"\"'"}">{"<i>&"}</b>{1234:N0}""");

        Assert.Equal("""<b title="&quot;&#39;">&lt;i&gt;&amp;</b>1,234""", html.ToString());
    }

    [Fact]
    public void Hours_are_those_of_New_York_on_both_sides_of_the_clock_change()
    {
        var trade = SampleRun.Of(1).Trades[0];
        var groups = GroupMean.ByHour([
            trade with
            {
                EntryTime = Timestamp.Parse("2023-03-10T14:30:00Z"),
            },
            trade with
            {
                EntryTime = Timestamp.Parse("2023-03-13T13:30:00Z"),
            },
        ]);

        var group = Assert.Single(groups);
        Assert.Equal((9, 2, (double)trade.Net.Amount, 0.0), (group.Key, group.Count, group.Mean, group.Error));
    }

    [Fact]
    public void The_rolling_ratio_of_example_A_repeated_is_that_of_its_window()
    {
        int[] dollars = [30, -10, 20, -25, 15, 0, 40, -30, 10, 5];
        DayResult[] days = [.. Enumerable.Range(0, 50).Select(day => Day(day, dollars[day % 10]))];

        var sharpe = RollingSharpe.Of(days, null, 252)!;

        Assert.Equal((21, 30), (sharpe.Window, sharpe.Values.Count));
        var window = days.Take(21).Select(day => (double)day.Net.Amount).ToList();
        var deviation = Math.Sqrt(window.Sum(net => Math.Pow(net - window.Average(), 2)) / 20);
        Assert.Equal(window.Average() / deviation * Math.Sqrt(252), sharpe.Values[0]!.Value, 1e-9);
        Assert.Equal(20, sharpe.Days[0]);
    }

    [Fact]
    public void Days_that_are_all_alike_have_no_ratio_and_few_days_have_none_at_all()
    {
        DayResult[] days = [.. Enumerable.Range(0, 50).Select(day => Day(day, 7))];

        Assert.All(RollingSharpe.Of(days, null, 252)!.Values, Assert.Null);
        Assert.Null(RollingSharpe.Of(days[..41], null, 252));
    }

    [Theory]
    [InlineData("exits.stop_ticks=8 exits.target_ticks=12", "8 12")]
    [InlineData("exits.stop_ticks=8", "8 0")]
    [InlineData("exits.stop_atr=1.5", "none")]
    [InlineData("exits.stop_ticks=8 exits.trail_ticks=4", "none")]
    public void Levels_are_drawn_only_where_the_profile_fixes_them(string settings, string expected)
    {
        var pairs = settings.Split(' ').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

        var levels = ProtectionLevels.Of([.. pairs]);

        Assert.Equal(expected, levels is null ? "none" : $"{levels.StopTicks} {levels.TargetTicks}");
    }

    [Fact]
    public void The_same_run_gives_the_same_page() => Assert.Equal(PageOf(SampleRun.Of(50)), PageOf(SampleRun.Of(50)));

    [Fact]
    public void A_page_names_no_address_but_its_own_places()
    {
        var page = PageOf(SampleRun.Of(50));

        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
    }

    private static string PageOf(Keel.Research.Backtests.BacktestResult run) =>
        new BacktestReport(run, SampleSummary.Of(run)).Page();

    private static DayResult Day(int number, int dollars) => new(number, Money.From(dollars), Money.From(dollars), 1, Money.Zero);
}

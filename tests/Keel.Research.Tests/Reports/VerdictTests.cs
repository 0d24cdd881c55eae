using System.Text.Json.Nodes;
using Keel.Research.Backtests;
using Keel.Research.Reports;

namespace Keel.Research.Tests.Reports;

public sealed class VerdictTests
{
    [Fact]
    public void An_average_that_zero_is_near_is_no_evidence() =>
        AssertWarns(SampleRun.Of(100, winRate: 0.45), "Zero is among them: this is no evidence of an edge.");

    [Fact]
    public void A_clear_average_is_told_with_its_interval_and_its_limits()
    {
        var sentence = Assert.Single(
            Sentences(SampleRun.Of(900, winRate: 0.6)),
            text => text.Text.Contains("95 %", StringComparison.Ordinal)
        );

        Assert.False(sentence.IsWarning);
        Assert.EndsWith("whoever tries many sees such a figure by chance.", sentence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clear_loss_is_called_one() => AssertWarns(SampleRun.Of(900, winRate: 0.2), ": it loses.");

    [Fact]
    public void A_few_trades_are_called_too_few() =>
        AssertWarns(SampleRun.Of(29), "29 trades are too few to tell skill from luck.");

    [Theory]
    [InlineData(0, false, "No trade had stop and target in the same bar")]
    [InlineData(5, false, "In 5 % of the trades stop and target lay in the same bar; the stop was taken.")]
    [InlineData(5.01, true, "above 5 % this result is an assumption, not a measurement")]
    public void Ambiguous_trades_are_told_and_above_five_per_cent_they_warn(double share, bool warns, string expected)
    {
        var run = SampleRun.Of(60);
        var summary = SampleSummary.Of(run);
        summary["performance"]!["ambiguous_trades_pct"] = (decimal)share;

        var verdict = Assert.Single(
            Verdicts.Of(run, new Summary(summary)),
            verdict => verdict.Text.Contains(expected, StringComparison.Ordinal)
        );
        Assert.Equal(warns, verdict.IsWarning);
    }

    [Theory]
    [InlineData(0.43, true)]
    [InlineData(0.4336, false)]
    public void A_win_rate_below_break_even_warns(double reached, bool warns)
    {
        var run = SampleRun.Of(60);
        var summary = SampleSummary.Of(run);
        summary["performance"]!["win_rate"] = (decimal)reached;

        var verdict = Assert.Single(
            Verdicts.Of(run, new Summary(summary)),
            verdict => verdict.Text.StartsWith("Stop, target and costs demand a win rate of 43.4 %", StringComparison.Ordinal)
        );
        Assert.Equal(warns, verdict.IsWarning);
    }

    [Theory]
    [InlineData(0.05, "10 of 200 runs", false)]
    [InlineData(0.055, "11 of 200 runs", true)]
    public void Entries_that_chance_reaches_more_often_than_once_in_twenty_cannot_be_told_from_it(
        double share,
        string expected,
        bool warns
    )
    {
        var run = SampleRun.Of(60);
        run = run with { Random = run.Random! with { BetterShare = share } };

        var verdict = Assert.Single(Sentences(run), verdict => verdict.Text.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal(warns, verdict.IsWarning);
    }

    [Theory]
    [InlineData(120.5, 200.5, "It earned $120.50 after costs: $200.50 before them, $80.00 of commission and slippage.")]
    [InlineData(
        -30,
        50,
        "It lost $30.00 after costs: $50.00 before them, $80.00 of commission and slippage: costs took all that the entries had earned."
    )]
    [InlineData(-130, -50, "It lost $130.00 after costs: -$50.00 before them, $80.00 of commission and slippage.")]
    public void The_first_sentence_says_what_costs_left(double net, double gross, string expected)
    {
        var run = SampleRun.Of(60);
        var summary = SampleSummary.Of(run);
        var performance = (JsonObject)summary["performance"]!;
        performance["net_pnl"] = (decimal)net;
        performance["gross_pnl"] = (decimal)gross;
        performance["commission"] = 50m;
        performance["slippage"] = 30m;

        Assert.Equal(expected, Verdicts.Of(run, new Summary(summary)).First().Text);
    }

    private static void AssertWarns(BacktestResult run, string expected)
    {
        var verdict = Assert.Single(Sentences(run), verdict => verdict.Text.EndsWith(expected, StringComparison.Ordinal));
        Assert.True(verdict.IsWarning);
    }

    private static IEnumerable<Verdict> Sentences(BacktestResult run) => Verdicts.Of(run, new Summary(SampleSummary.Of(run)));
}

using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Results;
using Keel.Research.Tests.Performance;

namespace Keel.Research.Tests.Results;

public sealed class SummaryTextTests
{
    [Fact]
    public void A_run_is_told_in_lines()
    {
        var report = Written.Report(
            Written.Sample with
            {
                Random = new RandomComparison(4, [-2, -1, -3, 1], 0.25, Money.From(2.09m)),
            }
        ) with
        {
            Recommendations = ["Trades entered between 12:00 and 13:00 lose."],
        };
        Assert.Equal(
            """
            example: ema-cross on MES, 1m bars, 2024-01-02 to 2024-01-02, 390 bars

            Net            $55.00 (5.50 % of capital)
            Costs          $20.90: commission $8.40, slippage $12.50; gross $75.90
            Trades         10 (10 long), 1.0 a day, held 1.0 minutes
            Win rate       60.0 %, break-even 61.9 % (stop, target and costs)
            Profit factor  1.85; a trade $5.50, winner $20.00, loser -$21.67
            Sharpe         4.07, Sortino 7.34, Calmar 101.81 (annual, by day)
            Days           10, 60.0 % profitable; chance of a true Sharpe above 0: 77.3 %
            Drawdown       $30.00 (2.80 %), longest 0.3 days, not recovered
            Exits          stop 10
            Rejected       5 of 12 signals: pause 3, daily_loss 2
            Worst day      -$30.00
            Random entries -1.25 a trade in 4 runs; 25 % of them did at least as well
            Ambiguous      0.0 % of trades had stop and target in one bar
            Look at        Trades entered between 12:00 and 13:00 lose.
            Equity         ▁▄▃▅▂▄▄█▅▆▇

            """,
            SummaryText.Of(report)
        );
    }

    [Fact]
    public void Nothing_traded_is_told_too()
    {
        var empty = Example.Result([], [], null) with { Start = null, End = null, BreakEven = null };
        var text = SummaryText.Of(Written.Report(empty));
        Assert.Contains("no bars", text, StringComparison.Ordinal);
        Assert.Contains("Win rate       -, break-even -", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Equity", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_is_an_assumption_says_so()
    {
        var trades = Example.Trades(1, 2, 3);
        trades[1] = trades[1] with { IsAmbiguous = true };
        var text = SummaryText.Of(Written.Report(Example.Result(trades, [], null)));
        Assert.Contains("33.3 % of the trades had stop and target in one bar", text, StringComparison.Ordinal);
        Assert.Contains("an assumption, not a measurement", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_text_has_forty_lines_at_most()
    {
        var many = Enumerable.Range(0, 50).Select(number => $"sentence {number}\nwith two lines").ToArray();
        var result = Written.Sample with
        {
            Remarks = many,
            Rejections = [.. many.Select(name => new KeyValuePair<string, long>(name.ReplaceLineEndings("_"), 1))],
            RiskEvents = [new(Example.Open, "kill", "halt-for-good", 0, 0, null)],
        };
        var text = SummaryText.Of(Written.Report(result) with { Recommendations = many });
        Assert.InRange(text.Count(character => character == '\n'), 20, 40);
        Assert.Contains("and 44 more in summary.json", text, StringComparison.Ordinal);
        Assert.Contains("and 44 more rules", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void A_long_curve_is_drawn_in_the_given_width(int width)
    {
        var line = EquitySparkline.Of(Example.Trades([.. Enumerable.Range(0, 1000).Select(i => (decimal)(i % 3))]), width);
        Assert.Equal(width, line.Length);
        Assert.Equal('▁', line[0]);
        Assert.Equal('█', line[^1]);
    }

    [Fact]
    public void A_level_curve_is_a_level_line() => Assert.Equal("▁▁▁", EquitySparkline.Of(Example.Trades(0, 0), 60));
}

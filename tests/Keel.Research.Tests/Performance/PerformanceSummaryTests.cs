using Keel.Domain;
using Keel.Research.Performance;
using Keel.Trading.Ledger;

namespace Keel.Research.Tests.Performance;

public sealed class PerformanceSummaryTests
{
    private static readonly Money Thousand = Money.From(1000);

    [Fact]
    public void A_net_of_zero_is_neither_winner_nor_loser_but_counts()
    {
        var figures = TradePerformance.Of(Example.Trades(6, 0, -3, 0));
        Assert.Equal((4, 1, 1), (figures.Count, figures.Winners, figures.Losers));
        Assert.Equal(0.25, figures.WinRate);
        Assert.Equal(0.75m, figures.Expectancy);
        Assert.Equal(0.3 / 4, figures.ExpectancyR!.Value, 1e-15);
        Assert.Equal(3 / 40.0, figures.ReturnPerDollarRisked);
    }

    [Fact]
    public void Without_losers_there_is_no_profit_factor()
    {
        var figures = TradePerformance.Of(Example.Trades(6, 1));
        Assert.Null(figures.ProfitFactor);
        Assert.Null(figures.AverageLoser);
        Assert.Null(figures.LargestLoser);
        Assert.Null(figures.HoldMinutesOfLosers);
    }

    [Fact]
    public void Hours_and_weekdays_are_those_of_New_York_on_both_sides_of_the_clock_change()
    {
        var winter = Example.Trade(5) with { EntryTime = Timestamp.Parse("2024-03-08T15:59:59.999999999Z") };
        var summer = Example.Trade(-1) with { EntryTime = Timestamp.Parse("2024-03-11T14:00:00Z") };
        var sunday = Example.Trade(2) with { EntryTime = Timestamp.Parse("2024-03-10T22:30:00Z") };
        var groups = TradeGroups.Of([winter, summer, sunday, winter]);
        Assert.Equal([("10:00", 3), ("18:00", 1)], groups.ByHour.Select(hour => (hour.Name, hour.Trades)).ToArray());
        Assert.Equal(
            [("Monday", -1m), ("Friday", 10m), ("Sunday", 2m)],
            groups.ByWeekday.Select(day => (day.Name, day.Net.Amount)).ToArray()
        );
        Assert.Equal("Friday", TradeGroups.Best(groups.ByWeekday)!.Name);
        Assert.Equal("Monday", TradeGroups.Worst(groups.ByWeekday)!.Name);
    }

    [Theory]
    [InlineData(0.5999, "below 0.60")]
    [InlineData(0.60, "0.60-0.70")]
    [InlineData(0.70, "0.70-0.80")]
    [InlineData(0.80, "0.80-0.90")]
    [InlineData(0.90, "0.80-0.90")]
    [InlineData(0.9001, "above 0.90")]
    public void Confidence_has_the_tiers_of_sizing(double confidence, string tier) =>
        Assert.Equal(tier, TradeGroups.Of([Example.Trade(1) with { Confidence = confidence }]).ByConfidence.Single().Name);

    [Fact]
    public void Trades_without_a_model_are_in_no_tier() => Assert.Empty(TradeGroups.Of([Example.Trade(1)]).ByConfidence);

    [Fact]
    public void Without_capital_ratios_stand_and_shares_of_capital_are_missing()
    {
        var summary = Summary(Example.Trades(10, -4), Example.Days(10, -4, 0), null);
        Assert.Equal(2 / Math.Sqrt(52) * Math.Sqrt(252), summary.Daily.Sharpe!.Value, 1e-12);
        Assert.Null(summary.TotalReturnPercent);
        Assert.Null(summary.MaxDrawdownPercent);
        Assert.Null(summary.Daily.Calmar);
        Assert.Contains("capital", summary.Daily.Missing!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_used_up_has_no_ratios_and_says_why()
    {
        var daily = DailyPerformance.Of(Example.Days(-400, -700, 300), Thousand, 252);
        Assert.Null(daily.Sharpe);
        Assert.Null(daily.Calmar);
        Assert.Null(daily.ValueAtRisk);
        Assert.Contains("used up", daily.Missing!, StringComparison.Ordinal);
        Assert.Equal(1.1, daily.Path!.MaxDrawdown, 1e-12);
    }

    [Fact]
    public void The_worst_day_is_its_lowest_point_trade_by_trade()
    {
        var day = new DayResult(Example.Day, Money.From(-2), Money.From(-2), 3, Money.Zero);
        var summary = Summary(
            Example.Trades(-5, -4, 7, 1),
            [day, new DayResult(Example.Day + 1, Money.From(1), Money.From(1), 1, Money.Zero)],
            Thousand
        );
        Assert.Equal(Money.From(-9), summary.Risk.WorstDay);
    }

    [Fact]
    public void A_trade_of_many_days_is_not_the_fault_of_the_day_that_closed_it()
    {
        DayResult[] days =
        [
            new(Example.Day, Money.From(-30), Money.Zero, 0, Money.Zero),
            new(Example.Day + 1, Money.From(-20), Money.From(-50), 1, Money.Zero),
        ];
        Assert.Equal(Money.From(-30), Summary(Example.Trades(-50), days, Thousand).Risk.WorstDay);
    }

    [Fact]
    public void The_longest_drawdown_is_measured_in_bars_when_somebody_can_count_them()
    {
        var result = Example.Result(Example.Trades(10, -4, -2, 6), Example.Days(10), Thousand);
        var summary = PerformanceSummary.Of(result, at => (at - Example.Open).Nanoseconds / Span.FromMinutes(1).Nanoseconds);
        Assert.Equal(6, summary.LongestDrawdownBars);
        Assert.Null(PerformanceSummary.Of(result).LongestDrawdownBars);
        Assert.Equal(0, PerformanceSummary.Of(Example.Result(Example.Trades(1), [], null)).LongestDrawdownBars);
    }

    [Fact]
    public void Pauses_and_flattenings_are_breakers_and_only_latched_halts_are_halts()
    {
        var result = Example.Result([], [], Thousand) with
        {
            RiskEvents =
            [
                Happened(0, "streak_pause", "pause"),
                Happened(1, "streak_pause", "resume"),
                Happened(2, "daily_loss", "flatten"),
                Happened(2, "daily_loss", "halt-day"),
                Happened(3, "review", "flatten"),
                Happened(3, "review", "halt-review"),
                Happened(4, "kill", "halt-for-good"),
            ],
        };
        var risk = PerformanceSummary.Of(result).Risk;
        Assert.Equal((3, 2), (risk.Breakers, risk.Halts));
    }

    [Theory]
    [InlineData("50", 1000, 50)]
    [InlineData("[50, 7.5%]", 1000, 75)]
    [InlineData("[50, 5%]", 1000, 50)]
    [InlineData("5%", 2000, 100)]
    public void The_daily_limit_is_read_as_a_profile_writes_it(string text, int capital, int limit)
    {
        var result = Example.Result([], [], Money.From(capital)) with { Parameters = [new("risk.daily_loss", text)] };
        Assert.Equal(limit, PerformanceSummary.Of(result).Risk.DailyLossLimit);
    }

    [Fact]
    public void A_share_without_capital_is_no_limit()
    {
        var result = Example.Result([], [], null) with { Parameters = [new("risk.daily_loss", "5%")] };
        Assert.Null(PerformanceSummary.Of(result).Risk.DailyLossLimit);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(19, true)]
    public void Above_a_twentieth_decided_by_rule_a_result_is_an_assumption(int trades, bool assumption)
    {
        var list = Enumerable.Repeat(Example.Trade(1), trades).ToArray();
        list[0] = list[0] with { IsAmbiguous = true };
        var summary = Summary(list, [], Thousand);
        Assert.Equal(assumption, summary.IsAnAssumption);
        Assert.Equal(
            assumption,
            summary.AssumptionSentence?.Contains("an assumption, not a measurement", StringComparison.Ordinal) == true
        );
    }

    private static PerformanceSummary Summary(ClosedTrade[] trades, DayResult[] days, Money? capital) =>
        PerformanceSummary.Of(Example.Result(trades, days, capital));

    private static RiskEvent Happened(int minute, string code, string what) =>
        new(Example.Open + Span.FromMinutes(minute), code, what, 0, 0, null);
}

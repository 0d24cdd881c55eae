using Keel.Research.Backtests;
using Keel.Research.Expectations;

namespace Keel.Research.Tests.Expectations;

public sealed class BreakEvenTests
{
    [Theory]
    [InlineData(8, 8, "60.5")]
    [InlineData(8, 12, "48.4")]
    [InlineData(8, 16, "40.3")]
    [InlineData(8, 24, "30.2")]
    public void At_2_09_a_trade_each_ratio_of_stop_and_target_demands_its_win_rate(int stop, int target, string percent) =>
        Assert.Equal(percent, (BreakEven.Of(stop * 1.25m, target * 1.25m, 2.09m).WinRate * 100).ToString("F1", null));

    [Fact]
    public void A_loser_slips_twice_and_a_winner_once()
    {
        var scalper = Scalper();

        Assert.Equal((13.34m, 5.41m), (scalper.Loss, scalper.Win));
        Assert.Equal(0.711m, Math.Round(scalper.WinRate, 3));
        Assert.Equal(0.50m, Math.Round(scalper.ProfitFactorAt(0.55m)!.Value, 2));
        Assert.Equal(0.747m, Math.Round(scalper.WinRateFor(1.2m)!.Value, 3));
    }

    [Fact]
    public void Eight_ticks_of_stop_and_six_of_target_at_84_cents_break_even_at_61_94_percent() =>
        Assert.Equal(0.619428571429m, Math.Round(BreakEven.Of(10, 7.5m, 0.84m).WinRate, 12));

    [Fact]
    public void At_break_even_nothing_is_earned_and_the_profit_factor_is_one()
    {
        var scalper = Scalper();

        Assert.Equal(0, Math.Round(scalper.ExpectancyAt(scalper.WinRate), 20));
        Assert.Equal(1, Math.Round(scalper.ProfitFactorAt(scalper.WinRate)!.Value, 20));
        Assert.Equal(Math.Round(scalper.WinRate, 20), Math.Round(scalper.WinRateFor(1)!.Value, 20));
    }

    [Fact]
    public void A_target_that_does_not_pay_its_costs_never_breaks_even()
    {
        var hopeless = BreakEven.InTicks(1.25m, 4, 1, 0.84m, 1);

        Assert.Equal(1, hopeless.WinRate);
        Assert.Null(hopeless.WinRateFor(1));
        Assert.Equal(0, hopeless.ProfitFactorAt(0.99m));
    }

    [Fact]
    public void Without_a_loser_there_is_no_profit_factor() => Assert.Null(Scalper().ProfitFactorAt(1));

    [Theory]
    [InlineData(0, 6)]
    [InlineData(8, 0)]
    public void A_stop_or_target_of_nothing_is_refused(int stop, int target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.InTicks(1.25m, stop, target, 0.84m, 1));

    [Fact]
    public void Fifty_five_percent_wins_at_six_to_eight_do_not_go_with_a_profit_factor_of_1_2()
    {
        var verdict = new SuccessCriteria { WinRate = 0.55m, ProfitFactor = 1.2m }.Check(Scalper());

        Assert.False(verdict.CanHold);
        Assert.Equal(
            "the criteria cannot hold together: a loser costs $13.34, a winner earns $5.41, break-even is at 71.1 % wins; "
                + "55.0 % wins give a profit factor of 0.50, and 1.2 needs 74.7 %",
            verdict.Sentence
        );
    }

    [Theory]
    [InlineData(0.75, 1.2, true)]
    [InlineData(0.74, 1.2, false)]
    [InlineData(0.72, null, true)]
    [InlineData(0.71, null, false)]
    [InlineData(null, 5.0, true)]
    [InlineData(null, null, true)]
    public void Criteria_hold_together_when_the_win_rate_carries_the_profit_factor(double? rate, double? factor, bool canHold)
    {
        var criteria = new SuccessCriteria { WinRate = (decimal?)rate, ProfitFactor = (decimal?)factor };
        Assert.Equal(canHold, criteria.Check(Scalper()).CanHold);
    }

    [Fact]
    public void Nothing_succeeds_when_a_winner_earns_nothing() =>
        Assert.Equal(
            "no win rate can succeed: a loser costs $8.34, a winner earns -$0.84, break-even is at 100.0 % wins; "
                + "widen the target or lower the costs",
            new SuccessCriteria { WinRate = 0.9m }
                .Check(BreakEven.InTicks(1.25m, 4, 1, 0.84m, 1))
                .Sentence
        );

    [Fact]
    public void A_win_rate_of_55_instead_of_0_55_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessCriteria { WinRate = 55 });

    /// <summary>MES, stop 8, target 6, $0.84 and a tick of slippage on every market fill.</summary>
    private static BreakEven Scalper() => BreakEven.InTicks(1.25m, 8, 6, 0.84m, 1);
}

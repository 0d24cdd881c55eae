using Keel.Domain;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>Each control at its border, one below, one above.</summary>
public sealed class ControlTests
{
    private const long Far = 1_000 * Minute;

    [Theory]
    [InlineData(-1, "0 cooldown 0/0")]
    [InlineData(0, "ok")]
    [InlineData(1, "ok")]
    public void A_cooldown_ends_at_its_instant(long past, string said)
    {
        var proposal = Proposal(now: Far + past);
        proposal.CoolsUntil = Far;

        Assert.Equal(said, Says(new CooldownControl(), proposal));
    }

    [Fact]
    public void Without_an_exit_nothing_cools() => Assert.Equal("ok", Says(new CooldownControl(), Proposal()));

    [Theory]
    [InlineData(0, "ok")]
    [InlineData(1, "0 unknown_order 1/0")]
    public void An_order_of_unknown_fate_stops_entries(int unknown, string said)
    {
        var proposal = Proposal();
        proposal.UnknownOrders = unknown;

        Assert.Equal(said, Says(new UnknownOrderControl(), proposal));
    }

    [Theory]
    [InlineData(double.NaN, -1, "ok")]
    [InlineData(double.NaN, 0, "0 sanity -1/0")]
    [InlineData(0.0, 1, "ok")]
    [InlineData(1.0, 1, "ok")]
    [InlineData(-0.0001, 1, "0 sanity -0.0001/0")]
    [InlineData(1.0001, 1, "0 sanity 1.0001/1")]
    [InlineData(double.PositiveInfinity, 1, "0 sanity 1000000000/1")]
    [InlineData(double.NegativeInfinity, 1, "0 sanity -1000000000/0")]
    public void A_confidence_is_a_probability(double confidence, int predicted, string said)
    {
        var proposal = Proposal();
        (proposal.Confidence, proposal.PredictedClass) = (confidence, predicted);

        Assert.Equal(said, Says(new SanityControl(Account(ProfileA)), proposal));
    }

    [Theory]
    [InlineData(0, 0, "0 sanity 0/1")]
    [InlineData(-1, 0, "0 sanity -1/1")]
    [InlineData(1, 0, "ok")]
    [InlineData(1, -1, "0 sanity -1/0")]
    public void A_stop_lies_a_tick_away_at_least(long stop, long target, string said)
    {
        var proposal = Proposal(stop: stop);
        proposal.TargetTicks = target;

        Assert.Equal(said, Says(new SanityControl(Account(ProfileA)), proposal));
    }

    [Fact]
    public void A_worst_case_that_costs_nothing_is_a_mistake()
    {
        var proposal = Proposal();
        proposal.WorstOfOne = 0;

        Assert.Equal("0 sanity 0/0", Says(new SanityControl(Account(ProfileA)), proposal));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void The_tenth_senseless_wish_in_a_row_puts_entries_on_hold(int wishes, bool isHeld)
    {
        var account = Account(ProfileA);
        var control = new SanityControl(account);
        for (var i = 0; i < wishes; i++)
        {
            control.Review(Proposal(stop: 0, now: Far));
        }

        Assert.Equal(isHeld, account.IsOnHoldAt(Far + (30 * Minute)));
        Assert.False(account.IsOnHoldAt(Far + (30 * Minute) + 1));
    }

    [Fact]
    public void A_sound_wish_ends_the_row()
    {
        var account = Account(ProfileA);
        var control = new SanityControl(account);
        for (var i = 0; i < 30; i++)
        {
            control.Review(Proposal(stop: i % 9 == 8 ? 8 : 0, now: Far));
        }

        Assert.False(account.IsOnHoldAt(Far));
    }

    [Theory]
    [InlineData(3, "0 stop_distance 3/4")]
    [InlineData(4, "ok")]
    [InlineData(5, "ok")]
    [InlineData(79, "ok")]
    [InlineData(80, "ok")]
    [InlineData(81, "0 stop_distance 81/80")]
    public void A_stop_is_neither_too_near_nor_too_far(long stop, string said) =>
        Assert.Equal(said, Says(new StopDistanceControl(new StopRange(4, 80)), Proposal(stop: stop)));

    [Theory]
    [InlineData(1, "ok")]
    [InlineData(2, "ok")]
    [InlineData(3, "0 order_size 3/2")]
    [InlineData(11, "0 order_size 11/2")]
    [InlineData(int.MaxValue, "0 order_size 2147483647/2")]
    public void An_order_too_large_is_refused_whole(int lots, string said) =>
        Assert.Equal(said, Says(new OrderSizeControl(2), Proposal(lots)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_order_for_nothing_is_refused(int lots) =>
        Assert.Equal(
            (0, 1m),
            (new OrderSizeControl(2).Review(Proposal(lots)).Lots, new OrderSizeControl(2).Review(Proposal(lots)).Bound)
        );

    [Theory]
    [InlineData(0, 2, "ok")]
    [InlineData(0, 3, "2 position_size 3/2")]
    [InlineData(1, 1, "ok")]
    [InlineData(1, 2, "1 position_size 3/2")]
    [InlineData(2, 1, "0 position_size 3/2")]
    [InlineData(5, 1, "0 position_size 6/2")]
    public void What_is_held_and_working_counts_against_the_position(int open, int lots, string said)
    {
        var proposal = Proposal(lots);
        proposal.OpenLots = open;

        Assert.Equal(said, Says(new PositionSizeControl(2), proposal));
    }

    [Theory]
    [InlineData(1, false, "ok")]
    [InlineData(1, true, "0 half_size 1/0.5")]
    [InlineData(2, true, "1 half_size 2/1")]
    [InlineData(5, true, "2 half_size 5/2.5")]
    public void Half_of_one_lot_is_none(int lots, bool halves, string said)
    {
        var proposal = Proposal(lots);
        proposal.HalfSize = halves;

        Assert.Equal(said, Says(new HalfSizeControl(), proposal));
    }

    // One lot reserves 14.97: two fit into 2.5 % of 1,197.60 exactly.
    [Theory]
    [InlineData(-401.20, 1, "ok")]
    [InlineData(-401.21, 1, "0 trade_risk 14.97/14.9698")]
    [InlineData(197.59, 2, "1 trade_risk 29.94/29.9398")]
    [InlineData(197.60, 2, "ok")]
    [InlineData(197.61, 2, "ok")]
    public void One_trade_risks_a_share_of_equity(double realised, int lots, string said)
    {
        var limits = new RiskLimits { Capital = Money.From(1000), PerTrade = new LossLimit(Money.Zero, 0.025m) };
        var account = Account(limits, (decimal)realised);

        Assert.Equal(said, Says(new TradeRiskControl(limits.PerTrade.Value, account), Proposal(lots)));
    }

    // Catalogue B2: a day of losers of 13.72, each reserved with 14.97.
    [Theory]
    [InlineData(0, "ok")]
    [InlineData(1, "ok")]
    [InlineData(2, "ok")]
    [InlineData(3, "0 worst_case 56.13/50")]
    public void The_fourth_loser_of_the_day_is_refused_before_it_is_entered(int losers, string said)
    {
        var account = Account(ProfileA);
        for (var i = 0; i < losers; i++)
        {
            account.Book(Units(-13.72m), 0, 0);
        }

        Assert.Equal(said, Says(new DailyWorstCaseControl(account), Proposal()));
    }

    [Theory]
    [InlineData(-35.02, "ok")]
    [InlineData(-35.03, "ok")]
    [InlineData(-35.04, "0 worst_case 50.01/50")]
    [InlineData(30.00, "ok")]
    public void The_worst_case_may_reach_the_daily_limit_and_not_pass_it(double today, string said)
    {
        var account = Account(ProfileA);
        account.Book(Units((decimal)today), 0, 0);

        Assert.Equal(said, Says(new DailyWorstCaseControl(account), Proposal()));
    }

    [Fact]
    public void A_gain_does_not_enlarge_the_day()
    {
        var account = Account(ProfileA);
        account.Book(Units(30), 0, 0);
        var proposal = Proposal();
        proposal.OpenReserve = Units(35.04m);

        Assert.Equal("0 worst_case 50.01/50", Says(new DailyWorstCaseControl(account), proposal));
    }

    // High-water mark 1,000: the account must still stand at 800 after the worst case.
    [Theory]
    [InlineData(-185.02, 0, "ok")]
    [InlineData(-185.03, 0, "ok")]
    [InlineData(-185.04, 0, "0 drawdown_room 14.97/14.96")]
    [InlineData(-161.00, 24.03, "ok")]
    [InlineData(-161.00, 24.04, "0 drawdown_room 39.01/39")]
    public void The_worst_case_may_reach_the_drawdown_and_not_pass_it(double realised, double reserved, string said)
    {
        var proposal = Proposal();
        proposal.OpenReserve = Units((decimal)reserved);

        Assert.Equal(said, Says(new DrawdownRoomControl(ProfileA, Account(ProfileA, (decimal)realised)), proposal));
    }

    [Theory]
    [InlineData(285.02, "ok")]
    [InlineData(285.03, "ok")]
    [InlineData(285.04, "0 drawdown_room 14.97/14.96")]
    public void The_drawdown_hangs_on_the_highest_equity_ever(double fall, string said)
    {
        var limits = ProfileA with { AccountDrawdown = new LossLimit(Money.From(300), 0) };
        var account = Account(limits, 500);
        account.Book(Units(-(decimal)fall), 0, 0);

        Assert.Equal(said, Says(new DrawdownRoomControl(limits, account), Proposal()));
    }

    [Theory]
    [InlineData(-285.03, "ok")]
    [InlineData(-285.04, "0 drawdown_room 14.97/14.96")]
    public void Without_a_drawdown_limit_the_kill_limit_is_the_floor(double realised, string said)
    {
        var limits = ProfileA with { AccountDrawdown = null };

        Assert.Equal(said, Says(new DrawdownRoomControl(limits, Account(limits, (decimal)realised)), Proposal()));
    }

    // Catalogue B2: 839.00 - 14.97 - 125 = 699.03 is refused, 840.00 allowed; the border is 839.97.
    [Theory]
    [InlineData(-161.00, "0 floor 139.97/139")]
    [InlineData(-160.04, "0 floor 139.97/139.96")]
    [InlineData(-160.03, "ok")]
    [InlineData(-160.00, "ok")]
    public void A_gap_beyond_the_stop_leaves_the_floor(double realised, string said) =>
        Assert.Equal(said, Says(new FloorControl(Money.From(700), 100, Account(ProfileA, (decimal)realised)), Proposal()));

    [Fact]
    public void The_gap_meets_all_lots_that_are_open()
    {
        var proposal = Proposal();
        (proposal.OpenLots, proposal.OpenReserve) = (1, Units(13.11m));

        // 13.11 + 14.97 + 2 × 125 = 278.08 of 300.
        Assert.Equal("ok", Says(new FloorControl(Money.From(700), 100, Account(ProfileA, -21.92m)), proposal));
        Assert.Equal("0 floor 278.08/278.07", Says(new FloorControl(Money.From(700), 100, Account(ProfileA, -21.93m)), proposal));
    }

    // The smaller of $50 and 5 %.
    [Theory]
    [InlineData(0, 20.06, 2, "ok")]
    [InlineData(0, 20.07, 2, "1 heat 50.01/50")]
    [InlineData(0, 35.03, 1, "ok")]
    [InlineData(0, 35.04, 1, "0 heat 50.01/50")]
    [InlineData(500, 35.04, 1, "0 heat 50.01/50")]
    [InlineData(-200, 25.03, 1, "ok")]
    [InlineData(-200, 25.04, 1, "0 heat 40.01/40")]
    [InlineData(0, 90, 1, "0 heat 104.97/50")]
    public void All_open_worst_cases_share_one_heat(double realised, double reserved, int lots, string said)
    {
        var account = Account(ProfileA, (decimal)realised);
        var proposal = Proposal(lots);
        proposal.OpenReserve = Units((decimal)reserved);

        Assert.Equal(said, Says(new HeatControl(new LossLimit(Money.From(50), 0.05m), account), proposal));
    }

    // One MES at 6,900 is $34,500.
    [Theory]
    [InlineData(34.5, 27_600, 1, "ok")]
    [InlineData(34.4999, 27_600, 1, "0 leverage 34.5/34.4999")]
    [InlineData(34.5001, 27_600, 1, "ok")]
    [InlineData(34.5, 27_601, 1, "0 leverage 34.5013/34.5")]
    [InlineData(34.5, -27_600, 1, "ok")]
    [InlineData(34.5, -27_601, 1, "0 leverage 34.5013/34.5")]
    [InlineData(34.5, 27_600, 2, "0 leverage 69/34.5")]
    [InlineData(1.0, 0, 9, "ok")]
    public void Leverage_is_the_value_of_all_lots_over_equity(double most, long price, int lots, string said) =>
        Assert.Equal(said, Says(new LeverageControl((decimal)most, Account(ProfileA)), Proposal(lots, price: price)));

    [Fact]
    public void An_account_without_equity_has_no_leverage_to_give() =>
        Assert.Equal("0 leverage 34500/0", Says(new LeverageControl(100, Account(ProfileA, -1000)), Proposal()));

    [Theory]
    [InlineData(Side.Long, 0, "ok")]
    [InlineData(Side.Long, 27_605, "ok")]
    [InlineData(Side.Long, 27_604, "0 self_match 27604/27604")]
    [InlineData(Side.Long, 27_603, "0 self_match 27604/27603")]
    [InlineData(Side.Short, 27_595, "ok")]
    [InlineData(Side.Short, 27_596, "0 self_match 27596/27596")]
    [InlineData(Side.Short, 27_597, "0 self_match 27596/27597")]
    public void A_market_order_does_not_reach_an_own_limit(Side side, long own, string said)
    {
        var proposal = Proposal(side: side);
        proposal.OwnOpposite = own == 0 ? null : own;

        Assert.Equal(said, Says(new SelfMatchControl(), proposal));
    }

    [Theory]
    [InlineData(27_601, "ok")]
    [InlineData(27_602, "0 self_match 27602/27602")]
    public void A_limit_order_reaches_its_limit_and_no_further(long limit, string said)
    {
        var proposal = Proposal();
        (proposal.Limit, proposal.OwnOpposite) = (limit, 27_602);

        Assert.Equal(said, Says(new SelfMatchControl(), proposal));
    }
}

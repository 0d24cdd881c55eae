using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.Seats;

/// <summary>What is reserved, what has been paid, what a fee is, and what margin forbids.</summary>
public sealed class AccountingTests
{
    [Fact]
    public void One_lot_open_at_its_stop_and_one_asked_for_come_to_28_08()
    {
        var desk = new ManyDesk(Usual, new Told(), [new(new Says("L"))], slip: 1);
        desk.Bars(20_000, 20_000);

        Assert.Equal((13.11m, 14.97m), (Dollars(desk.Core.Reserved()), Dollars(desk.Core.WorstOfOne(8))));
        Assert.Equal(28.08m, Dollars(desk.Core.Reserved() + desk.Core.WorstOfOne(8)));

        // The cost of the entry is realised: lost today and gone from the balance, but not reserved.
        Assert.Equal((0.61m, 99_999.39m), (Dollars(desk.Core.Account.LostToday), Dollars(desk.Core.Account.Balance)));
        desk.Bar(19_994, low: 19_990);
        Assert.Equal(
            (0m, 12.47m, 12.47m),
            (Dollars(desk.Core.Reserved()), Dollars(desk.Core.Account.LostToday), -desk.Log.Trades[0].Net.Amount)
        );
        Assert.Equal(desk.Core.Account.Equity, desk.Core.Account.Balance);
    }

    [Fact]
    public void A_stop_two_ticks_in_profit_still_reserves_its_exit()
    {
        var exits = Usual.Exits with { TrailStart = 10 };
        var desk = new ManyDesk(Usual with { Exits = exits }, new Told(), [new(new Says("L"))]);
        desk.Bars(20_000, 20_000, 20_010);

        Assert.Equal(20_002, desk.Core.Seats[0].Stop.Stop);
        Assert.Equal(0.61m, Dollars(desk.Core.Reserved()));
    }

    [Fact]
    public void A_restart_within_the_day_knows_its_fee()
    {
        var first = new ManyDesk(Usual, new Told(), [new(new Says())]);
        first.Bar(20_000);
        var again = new RiskAccount(Usual.Limits, TradingNotices.None, first.Core.Account.State);
        var desk = new ManyDesk(Usual, new Told(), [new(new Says())], pool: again);
        desk.Bar(20_000);

        Assert.Equal(0.61m, Dollars(desk.Core.FeePerSide));
    }

    [Fact]
    public void A_fee_that_is_a_share_of_the_value_follows_the_price()
    {
        var setup = Usual with { Fees = new Share() };
        var desk = new ManyDesk(setup, new Told(), [new(new Says("L"))]);
        desk.Bar(20_000);
        Assert.Equal(2.00m, Dollars(desk.Core.FeePerSide));

        // 8 + 3 ticks and both fees at the price of the review.
        Assert.Equal(17.75m, Dollars(desk.Core.WorstOfOne(8)));
        desk.Bars(20_000, 20_500);
        Assert.Equal(2.05m, Dollars(desk.Core.FeePerSide));
    }

    [Fact]
    public void A_position_that_lives_into_a_day_whose_margin_is_not_there_is_closed_and_counted()
    {
        var limits = new RiskLimits { Capital = Money.From(1_600) };
        var rules = new MarginRules { Intraday = Money.From(1_000), TakesEstimates = true };
        var setup = Usual with
        {
            Exits = Usual.Exits with { StopValue = 400 },
            Limits = limits,
            Controls = account => [new MarginControl(rules, Mes, account)],
        };
        var log = new Told();
        var desk = new ManyDesk(setup, log, [new(new Says("L"))]);
        desk.Bars(20_000, 20_000, 19_900);
        desk.SkipTo(Monday + (86_400 * Timestamp.NanosecondsPerSecond));
        desk.Bars(19_900, 19_900);

        Assert.Equal((0, ExitReason.Risk), (desk.Core.Seats[0].Position, desk.Log.Trades[0].Reason));
        Assert.Equal((Reasons.Margin, "flatten", 1_500m, 1_473.78m), Said(Assert.Single(log.Risk)));
        Assert.Contains(desk.Core.Remarks, remark => remark.StartsWith("On 1 day the account", StringComparison.Ordinal));
    }

    private static (string, string, decimal, decimal) Said(RiskEvent happened) =>
        (happened.Code, happened.What, happened.Need, happened.Bound);

    private static decimal Dollars(long units) => new Money(units).Amount;

    /// <summary>A hundredth of a cent for each tick of the price.</summary>
    private sealed class Share : FeeRule
    {
        public override bool DependsOnPrice => true;

        public override long Of(int day, long price, int lots, bool rested) => Money.From(0.0001m).Units * price * lots;
    }
}

using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.PropFirms;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using Keel.Trading.Tests.Seats;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.PropFirms;

/// <summary>The golden days again, traded: strategy, core and exchange make the balance, and the core does what the firm's rules demand.</summary>
public sealed class PropCoreTests
{
    private readonly Says says = new();
    private readonly Says near = new();

    [Fact]
    public void The_floor_of_a_Combine_follows_the_closes_of_days_that_were_traded()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });
        var desk = Desk(account, stop: 800);

        // What the day wins, its best open profit on the way, the floor during the next day.
        (decimal Win, decimal Peak, decimal Floor)[] days =
        [
            (800, 800, 48_800),
            (-500, 100, 48_800),
            (1_600, 2_600, 49_900),
            (500, 500, 50_000),
            (7_600, 7_600, 50_000),
        ];
        for (var day = 0; day < days.Length; day++)
        {
            desk.SkipTo(Monday + (day * 86_400 * Timestamp.NanosecondsPerSecond));
            Trade(desk, Ticks(days[day].Peak), Ticks(days[day].Win));
            desk.SkipTo(Monday + (((day * 86_400) + (8 * 3_600)) * Timestamp.NanosecondsPerSecond));
            desk.Bar(20_000);
            Assert.Equal(Money.From(days[day].Floor), account.Floor);
        }

        Assert.Equal(Money.From(60_000), account.State.Balance);
        Assert.Equal(HaltKind.None, desk.Core.Account.Halt);
    }

    [Fact]
    public void Where_a_jump_over_the_stop_reaches_the_floor_the_account_is_lost_for_good()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });
        var desk = Held(account);

        // The price jumps over the stop at 18,600: 1,600 ticks of 1.25 are the whole limit of 2,000.
        desk.Bar(18_400);
        Assert.Equal((HaltKind.ForGood, "prop_breached", 48_000m, 48_000m), Told(desk));
        Assert.Equal(0, desk.Core.Seats[0].Position);

        desk.Core.Step(Messages.OperatorOrder.Resume, new Timestamp(desk.Clock));
        Assert.Equal(HaltKind.ForGood, desk.Core.Account.Halt);
        Assert.Contains("topstep-50k-combine", Assert.Single(desk.Core.Remarks), StringComparison.Ordinal);
    }

    // Where the firm trails by open profit the floor rises towards a stop that was far enough away at the entry.
    [Fact]
    public void Near_the_floor_everything_is_closed_and_nothing_is_halted()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null, TrailBasis = TrailBasis.IntradayEquity });
        var desk = Held(account, stop: 1_440);

        // At its stop the account would stand at 48,200: with 160 ticks of profit that is the floor.
        desk.Bar(20_159);
        Assert.Empty(desk.Log.Risk);
        desk.Bar(20_160);
        Assert.Equal((HaltKind.None, "prop_floor", 50_200m, 50_200m), Told(desk));
        desk.Bar(20_160);
        Assert.Equal((0, ExitReason.Risk), (desk.Core.Seats[0].Position, desk.Log.Trades[0].Reason));
        Assert.Null(account.State.BreachedAt);
    }

    // A stop that the exchange has not got yet does not help: the firm looks inside the bar.
    [Fact]
    public void A_floor_that_was_touched_inside_a_bar_counts_though_the_bar_ends_above()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });
        var desk = Held(account);
        var bar = new Domain.Markets.Bar(
            new Timestamp(desk.Clock),
            new Price(20_000),
            new Price(20_000),
            new Price(18_400),
            new Price(20_000),
            new Quantity(1)
        );
        desk.Core.Step(in bar);

        Assert.Equal((HaltKind.ForGood, "prop_breached", 48_000m, 48_000m), Told(desk));
        Assert.True(desk.Core.Seats[0].IsClosing);
    }

    [Fact]
    public void The_daily_loss_is_counted_with_what_is_open_ends_the_day_and_no_more()
    {
        var account = new PropAccount(Firm.Combine);
        var desk = Desk(account, stop: 800, nearStop: 304);
        Trade(desk, 0, Ticks(-620));
        near.Next = 'L';
        desk.Bars(20_000, 20_000);

        desk.Bar(20_000 - 303);
        Assert.Equal((HaltKind.None, 1), (desk.Core.Account.Halt, desk.Core.Seats[1].Position));
        desk.Bar(20_000 - 304);
        Assert.Equal((HaltKind.Day, "prop_daily_loss", 1_000m, 1_000m), Told(desk));
        Assert.Equal(0, desk.Core.Seats[1].Position);
        near.Next = 'L';
        desk.Bar(20_000);
        Assert.Equal("prop_daily_loss", desk.Log.Signals[^1].Reason);

        // The firm's next day begins at 17:00 Chicago.
        desk.SkipTo(Monday + (86_400 * Timestamp.NanosecondsPerSecond));
        desk.Bar(20_000);
        near.Next = 'L';
        desk.Bars(20_000, 20_000);
        Assert.Equal((HaltKind.None, 1), (desk.Core.Account.Halt, desk.Core.Seats[1].Position));
    }

    [Fact]
    public void The_plan_of_an_Express_account_caps_the_lots_and_todays_profit_counts_tomorrow()
    {
        var account = new PropAccount(Firm.Express with { DailyLoss = null });
        var desk = Desk(account, lots: 60, stop: 4);
        Enter(desk);
        Assert.Equal((20, "prop_lots"), (desk.Core.Seats[0].Position, desk.Log.Signals[^1].Reason));

        // 20 lots and 68 ticks win 1,700.
        says.Next = 'F';
        desk.Bars(20_068, 20_068);
        Enter(desk);
        Assert.Equal(20, desk.Core.Seats[0].Position);
        says.Next = 'F';
        desk.Bars(20_000, 20_000);

        desk.SkipTo(Monday + (86_400 * Timestamp.NanosecondsPerSecond));
        desk.Bar(20_000);
        Enter(desk);
        Assert.Equal(30, desk.Core.Seats[0].Position);
    }

    private static int Ticks(decimal money) => (int)(money / 1.25m);

    private static (HaltKind, string, decimal, decimal) Told(ManyDesk desk)
    {
        var last = desk.Log.Risk.Single();
        return (desk.Core.Account.Halt, last.Code, last.Need, last.Bound);
    }

    private ManyDesk Held(PropAccount account, int stop = 1_400)
    {
        var desk = Desk(account, stop: stop);
        Enter(desk);
        return desk;
    }

    private void Enter(ManyDesk desk)
    {
        says.Next = 'L';
        desk.Bars(20_000, 20_000);
    }

    /// <summary>Long from 20,000, over a peak, to an exit so many ticks away.</summary>
    private void Trade(ManyDesk desk, int peak, int win)
    {
        Enter(desk);
        desk.Bar(20_000 + peak);
        says.Next = 'F';
        desk.Bars(20_000 + win, 20_000 + win);
    }

    private ManyDesk Desk(PropAccount account, int lots = 1, int stop = 1_400, int nearStop = 4)
    {
        var setup = Usual with
        {
            Exits = new ExitRules { Stop = StopKind.Ticks, StopValue = stop },
            Fees = FeeRule.PerSide(Money.Zero),
            Reserve = new Reserve(0, 0, 0),
            Controls = _ => [new PropControl(account, account.Rules.ContractsPerLot(Mes))],
        };
        return new ManyDesk(
            setup,
            new Told(),
            [new SeatPlan(says), new SeatPlan(near) { Exits = setup.Exits with { StopValue = nearStop } }],
            lots: lots
        );
    }
}

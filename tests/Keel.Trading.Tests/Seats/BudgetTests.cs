using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.Seats;

/// <summary>Two ledgers, two conditions: the pool's and the seat's own.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void A_seat_that_has_lost_its_day_closes_alone_and_the_event_says_whose_it_was()
    {
        var log = new Told();
        var desk = new ManyDesk(Wide, log, [Own("L", 30, log), new(new Says("L  F L"))]);
        desk.Bars(20_000, 20_000, 19_976);

        // Open loss 24 × 1.25 and two fees: 31.22 of 30.
        var halt = Assert.Single(log.Risk);
        Assert.Equal(
            (0, Reasons.DailyDrawdown, "halt-day", 31.22m, 30m),
            (halt.Seat, halt.Code, halt.What, halt.Need, halt.Bound)
        );
        desk.Bar(19_976);
        Assert.Equal((0, 1), (desk.Core.Seats[0].Position, desk.Core.Seats[1].Position));
        Assert.Equal((HaltKind.Day, HaltKind.None), (desk.Core.Seats[0].Account!.Halt, desk.Core.Account.Halt));

        // The other goes on.
        desk.Bars(19_976, 19_976, 19_976);
        Assert.Equal(1, desk.Core.Seats[1].Position);
        Assert.Equal(ExitReason.Risk, desk.Log.Trades[0].Reason);
    }

    [Fact]
    public void What_stops_the_pool_closes_all()
    {
        var log = new Told();
        var setup = Wide with { Limits = Falling(60) };
        var desk = new ManyDesk(setup, log, [Own("L", 500, log), new(new Says("L"))]);
        desk.Bars(20_000, 20_000, 19_975, 19_975);

        Assert.Equal((null, "halt-day"), (Assert.Single(log.Risk).Seat, log.Risk[0].What));
        Assert.Equal(
            (0, 0, HaltKind.None),
            (desk.Core.Seats[0].Position, desk.Core.Seats[1].Position, desk.Core.Seats[0].Account!.Halt)
        );
    }

    [Fact]
    public void A_halted_seat_enters_nothing_until_its_next_day_and_the_days_say_whose_they_are()
    {
        var log = new Told();
        var strategy = new Says("L");
        var desk = new ManyDesk(Wide, log, [Own(strategy, 30, log)]);
        desk.Bars(20_000, 20_000, 19_970, 19_970);
        strategy.Next = 'L';
        desk.Bar(19_970);
        Assert.Equal((0, Reasons.DailyDrawdown), (desk.Core.Seats[0].WorkingEntry, log.Signals[^1].Reason));

        desk.SkipTo(Monday + (86_400 * Timestamp.NanosecondsPerSecond));
        desk.Bar(19_970);
        strategy.Next = 'L';
        desk.Bars(19_970, 19_970);
        Assert.Equal((1, "resume"), (desk.Core.Seats[0].Position, log.Risk[^1].What));
        var day = Assert.Single(log.SeatDays);
        Assert.Equal((0, -38.72m, 1), (day.Seat, day.Realised.Amount, day.Trades));
        Assert.Null(Assert.Single(log.Days).Seat);
    }

    [Fact]
    public void Both_ledgers_must_allow_an_entry()
    {
        var log = new Told();
        var setup = Usual with { Controls = _ => [new PositionSizeControl(3)] };
        var first = new SeatPlan(new Says("L")) { Budget = new(Usual.Limits, log), Controls = _ => [new PositionSizeControl(2)] };
        var second = first with { Strategy = new Says(" L"), Budget = new(Usual.Limits, log) };
        var desk = new ManyDesk(setup, log, [first, second], lots: 5);
        desk.Bars(20_000, 20_000, 20_000);

        // The first is bound by its own ledger, the second by what the pool has left.
        Assert.Equal((2, 1), (desk.Core.Seats[0].Position, desk.Core.Seats[1].Position));
        Assert.Equal([(5m, 2m), (4m, 3m)], log.Signals.Select(signal => (signal.Need, signal.Bound)).ToArray());
    }

    [Fact]
    public void The_worst_case_of_a_seat_stays_within_its_own_day_though_no_control_is_named()
    {
        var log = new Told();
        var desk = new ManyDesk(Usual, log, [Strict(14.96m, log), Strict(14.97m, log)]);
        desk.Bars(20_000, 20_000);
        Assert.Equal((0, 1), (desk.Core.Seats[0].Position, desk.Core.Seats[1].Position));
        Assert.Equal((Reasons.WorstCase, 14.97m), (log.Signals[0].Reason, log.Signals[0].Need));
    }

    [Fact]
    public void Each_seat_has_its_own_exits_and_is_shown_its_own_bars()
    {
        var (slow, fast) = (new Says("L"), new Says("L"));
        var far = new SeatPlan(slow)
        {
            Exits = Usual.Exits with { StopValue = 20 },
            Bars = () => new BarGrid(ClockHours.NewYork, regularOnly: false, BarLength.FromSeconds(3)),
            BarLength = Span.FromSeconds(3),
        };
        var desk = new ManyDesk(Usual, new Told(), [far, new(fast)]);
        desk.Bars(20_000, 20_002, 20_001, 20_000, 20_000);

        Assert.Equal((5, 1), (fast.Seen.Count, slow.Seen.Count));
        Assert.Equal((20_002, 20_001), (slow.Seen[0].High.InTicks, slow.Seen[0].Close.InTicks));
        Assert.Equal((19_980L, 19_994L), (desk.Core.Seats[0].Stop.Stop, desk.Core.Seats[1].Stop.Stop));
    }

    private static TradingSetup Wide => Usual with { Exits = Usual.Exits with { StopValue = 200 } };

    private static RiskLimits Falling(decimal day) =>
        new() { Capital = Money.From(10_000), DailyDrawdown = new LossLimit(Money.From(day), 0) };

    private static RiskLimits Losing(decimal day) =>
        new() { Capital = Money.From(10_000), DailyLoss = new LossLimit(Money.From(day), 0) };

    private static SeatPlan Own(string script, decimal day, Told log) => Own(new Says(script), day, log);

    private static SeatPlan Own(Says strategy, decimal day, Told log) =>
        new(strategy) { Budget = new RiskAccount(Falling(day), log) };

    private static SeatPlan Strict(decimal day, Told log) => new(new Says("L")) { Budget = new RiskAccount(Losing(day), log) };
}

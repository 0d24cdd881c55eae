using Keel.Domain;
using Keel.Trading.Core;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

/// <summary>Each invariant is broken by hand, behind the core's back, and seen by the core at the next step.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void First_a_position_whose_stop_is_gone_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Seat.Stop.State = OrderState.None;
        Breaks(desk, 1, () => desk.Bar());
    }

    [Fact]
    public void First_a_stop_of_the_wrong_side_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Seat.Stop.Side = Side.Long;
        Breaks(desk, 1, () => desk.Bar());
    }

    [Fact]
    public void First_a_stop_of_the_wrong_size_that_nobody_has_noticed_is_seen()
    {
        var desk = new HandDesk(lots: 2).Held(2);
        desk.Seat.Stop.ConfirmedLots = 1;
        Breaks(desk, 1, () => desk.Bar());
    }

    [Fact]
    public void Second_an_entry_that_works_while_trading_is_stopped_is_seen()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Core.Halt(HaltKind.Review, Reasons.Operator);
        desk.Seat.Entry.State = OrderState.Working;
        desk.Seat.Entry.IsEndAsked = false;
        Breaks(desk, 2, () => desk.Core.Invariants.Check());
    }

    [Fact]
    public void Second_a_position_that_is_not_being_closed_while_trading_is_stopped_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Core.Account.Stop(HaltKind.Review, Reasons.Operator, desk.Now);
        Breaks(desk, 2, () => desk.Core.Invariants.Check());
    }

    [Fact]
    public void Second_no_entry_leaves_while_trading_is_stopped_even_if_nothing_refused_it()
    {
        var desk = new HandDesk();
        desk.Core.Account.Stop(HaltKind.Review, Reasons.Operator, desk.Now);
        Breaks(desk, 2, () => Assert.False(desk.Core.MaySubmitEntry()));
    }

    [Fact]
    public void Third_more_lots_than_risk_allowed_are_seen()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Accept(2, 3);
        desk.Seat.Entry.Lots = 3;
        Breaks(desk, 3, () => desk.Bar());
    }

    [Fact]
    public void Third_worst_cases_beyond_the_days_limit_are_seen_when_an_entry_has_left()
    {
        var desk = new HandDesk(WithDailyLoss(100)).Held();
        desk.Core.Account.Book(-Money.FromCents(9_000).Units, 0, desk.Now);
        Breaks(desk, 3, () => desk.Core.CheckAcceptance());
    }

    [Fact]
    public void Third_an_excess_that_slippage_made_is_said_once_and_not_hidden()
    {
        var desk = new HandDesk(WithDailyLoss(16), lots: 1);
        desk.Bar(20_000, WishKind.Long);
        desk.Accept(1);
        var fill = desk.FillOf(1, 1, 20_000);
        fill.Fee = Money.FromCents(300).Units;
        desk.Core.Step(in fill);
        desk.Accept(2, 3);

        var told = Assert.Single(desk.Told);
        Assert.Equal((Reasons.WorstCase, "excess", 16m), (told.Code, told.What, told.Bound));
        Assert.Equal(0, desk.Core.FaultCount);
    }

    [Fact]
    public void Fourth_a_number_that_was_used_is_seen()
    {
        var desk = new HandDesk().Held();
        Breaks(desk, 4, () => desk.Core.Invariants.CheckNumber(2));
    }

    [Fact]
    public void Fourth_no_entry_leaves_while_a_fate_is_unknown_even_if_nothing_refused_it()
    {
        var desk = new HandDesk().Held();
        desk.Seat.Target.State = OrderState.Unknown;
        Breaks(desk, 4, () => Assert.False(desk.Core.MaySubmitEntry()));
    }

    [Fact]
    public void Fifth_a_position_after_the_flat_time_that_is_not_being_closed_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Core.MoveExitClock(Timestamp.Parse("2026-03-04T20:55:00Z"));
        Breaks(desk, 5, () => desk.Core.Invariants.Check());
    }

    [Fact]
    public void Fifth_an_entry_after_the_flat_time_is_seen()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Core.MoveExitClock(Timestamp.Parse("2026-03-04T20:55:00Z"));
        Breaks(desk, 5, () => desk.Core.Invariants.Check());
    }

    [Fact]
    public void Fifth_an_order_that_works_when_nothing_is_held_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Fill(2, 1, 19_992);
        desk.Say(ReportKind.Cancelled, 3);
        desk.Seat.Target.State = OrderState.Working;
        desk.Seat.Target.IsEndAsked = false;
        Breaks(desk, 5, () => desk.Core.Invariants.Check());
    }

    [Fact]
    public void Sixth_cash_that_nobody_can_explain_is_seen()
    {
        var desk = new HandDesk().Held();
        desk.Core.Cash.Book(-1);
        Breaks(desk, 6, () => desk.Fill(3, 1, 20_012));
    }

    [Fact]
    public void In_research_a_broken_invariant_ends_the_run()
    {
        var desk = new HandDesk(HandDesk.Setup with { FaultsThrow = true }).Held();
        desk.Seat.Stop.State = OrderState.None;
        Assert.Throws<FaultException>(() => desk.Bar());
    }

    [Fact]
    public void The_position_leaves_at_the_days_flat_time_and_a_late_fill_after_it_too()
    {
        var desk = new HandDesk().Held();
        desk.Wait(Seconds(desk, "2026-03-04T20:50:00Z"));
        Assert.Contains("Submit Exit 4: -1", desk.Sent());
    }

    internal static Trading.Setup.TradingSetup WithDailyLoss(int dollars) =>
        HandDesk.Setup with
        {
            Limits = HandDesk.Setup.Limits with { DailyLoss = new LossLimit(Money.FromCents(dollars * 100), 0) },
        };

    private static double Seconds(HandDesk desk, string until) => (Timestamp.Parse(until).UnixNanoseconds - desk.Now) / 1e9;

    private static void Breaks(HandDesk desk, int invariant, Action how)
    {
        Assert.Equal(0, desk.Core.FaultCount);
        how();
        Assert.StartsWith($"invariant {invariant}:", desk.Core.LastFault);
        Assert.Equal(HaltKind.Review, desk.Core.Account.Halt);
        Assert.True(desk.Seat.Position == 0 || desk.Seat.IsClosing);
    }
}

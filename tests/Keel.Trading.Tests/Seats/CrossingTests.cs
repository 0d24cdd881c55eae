using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.Seats;

/// <summary>Strategies that want the opposite at once trade with each other.</summary>
public sealed class CrossingTests
{
    [Fact]
    public void Opposite_entries_of_one_step_meet_inside_at_the_last_price_and_cost_nothing()
    {
        var desk = Desk("L", "S");
        desk.Bar(20_000);

        Assert.Equal((1, -1, 0, 0L), (At(desk, 0).Position, At(desk, 1).Position, desk.VenueFills, desk.VenueLots));
        Assert.Equal((0L, 0L), (desk.Core.Account.LostToday, desk.Core.Cash.Flow));

        // Each has its own stop at the venue.
        Assert.Equal((OrderState.Working, 19_992L, 1), (At(desk, 0).Stop.State, At(desk, 0).Stop.Stop, At(desk, 0).Stop.Open));
        Assert.Equal((OrderState.Working, 20_008L, 1), (At(desk, 1).Stop.State, At(desk, 1).Stop.Stop, At(desk, 1).Stop.Open));

        desk.Bar(19_995, low: 19_990);
        Assert.Equal((0, -1, -1L), (At(desk, 0).Position, At(desk, 1).Position, desk.VenueLots));
        Assert.Equal(-10.61m, desk.Log.Trades[0].Net.Amount);
    }

    [Fact]
    public void What_cannot_be_crossed_goes_to_the_venue()
    {
        var own = new RiskAccount(Usual.Limits, TradingNotices.None);
        var small = new SeatPlan(new Says("S")) { Budget = own, Controls = _ => [new PositionSizeControl(1)] };
        var desk = new ManyDesk(Usual, new Told(), [new SeatPlan(new Says("L")), small], lots: 3);
        desk.Bar(20_000);

        Assert.Equal((1, -1, 2), (At(desk, 0).Position, At(desk, 1).Position, At(desk, 0).WorkingEntry));
        desk.Bar(20_001);
        Assert.Equal((3, -1, 2L, 3), (At(desk, 0).Position, At(desk, 1).Position, desk.VenueLots, At(desk, 0).Stop.Open));
        Assert.Equal("position_size", Assert.Single(desk.Log.Signals, signal => signal.Seat == 1).Reason);
    }

    [Fact]
    public void An_exit_and_an_entry_meet_too_and_a_turned_position_meets_again()
    {
        var desk = Desk("L S", "  L", "   ");
        desk.Bars(20_000, 20_000, 20_000);

        // The first sold to the second, and its turn to short goes to the venue.
        Assert.Equal((0, 1, 1), (At(desk, 0).Position, At(desk, 1).Position, At(desk, 0).WorkingEntry));
        Assert.Equal(-0.61m, desk.Log.Trades[0].Net.Amount);
        Assert.Equal(ExitReason.Signal, desk.Log.Trades[0].Reason);
        desk.Bar(20_000);
        Assert.Equal((-1, 1, 0L), (At(desk, 0).Position, At(desk, 1).Position, desk.VenueLots));
    }

    [Fact]
    public void Orders_of_one_side_and_of_different_steps_do_not_meet()
    {
        var desk = Desk("L", "L", " S");
        desk.Bars(20_000, 20_000, 20_000);
        Assert.Equal((3, 1L, 0L), (desk.VenueFills, desk.VenueLots, desk.Core.CrossedLots));
    }

    [Fact]
    public void At_the_end_of_all_strategies_close_against_each_other()
    {
        var desk = Desk("L", "S");
        desk.Bars(20_000, 20_004);
        desk.End();
        Assert.Equal((0, 2L), (desk.VenueFills, desk.Core.CrossedLots));
        Assert.Equal(
            [5.00m, -5.00m],
            desk.Log.Trades.ToArray().OrderBy(trade => trade.Seat).Select(trade => trade.Net.Amount).ToArray()
        );
        Assert.Contains("crossed 2 lots", Assert.Single(desk.Core.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_could_meet_an_own_resting_limit_is_refused_whatever_is_configured()
    {
        var exits = Usual.Exits with { Target = TargetKind.Ticks, TargetValue = 6 };
        var desk = new ManyDesk(Usual with { Exits = exits }, new Told(), [new(new Says("L")), new(new Says("  LL"))]);
        desk.Bars(20_000, 20_000, 20_003, 20_001);

        var signals = desk.Log.Signals.Where(signal => signal.Seat == 1).ToArray();
        Assert.Equal((Reasons.SelfMatch, null), (signals[0].Reason, signals[1].Reason));
        Assert.Equal((20_007m, 20_006m), (signals[0].Need, signals[0].Bound));
    }

    private static ManyDesk Desk(params string[] scripts) =>
        new(Usual, new Told(), [.. scripts.Select(script => new SeatPlan(new Says(script)))]);

    private static Trading.Core.Seat At(ManyDesk desk, int seat) => desk.Core.Seats[seat];
}

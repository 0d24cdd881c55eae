using Keel.Trading.Core;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

/// <summary>Q02, Q03, Q04, Q08 and Q12: fills that are wrong, repeated, early, late, or too many.</summary>
public sealed class FillTests
{
    [Theory]
    [InlineData("lots")]
    [InlineData("none")]
    [InlineData("side")]
    [InlineData("time")]
    [InlineData("limit")]
    public void A_fill_that_cannot_be_true_stops_trading_and_closes_everything(string wrong)
    {
        var desk = new HandDesk().Held();
        var fill = desk.FillOf(3, 1, 20_012);
        switch (wrong)
        {
            case "lots":
                fill.Lots = 2;
                break;
            case "none":
                fill.Lots = 0;
                break;
            case "side":
                fill.Side = Side.Long;
                break;
            case "time":
                fill.At -= 5_000_000_000;
                break;
            default:
                fill.Price = 20_011;
                break;
        }

        desk.Core.Step(in fill);

        Assert.Equal((1, HaltKind.Review), (desk.Core.FaultCount, desk.Core.Account.Halt));
        Assert.Equal((Reasons.Fault, "halt-review"), (Assert.Single(desk.Told).Code, desk.Told[0].What));
        Assert.Contains("Submit Exit 4: -1", desk.Sent());
    }

    [Fact]
    public void In_research_a_fault_ends_the_run()
    {
        var desk = new HandDesk(HandDesk.Setup with { FaultsThrow = true }).Held();
        var fill = desk.FillOf(3, 2, 20_012);

        Assert.Throws<FaultException>(() => desk.Core.Step(in fill));

        Assert.Equal(HaltKind.Review, desk.Core.Account.Halt);
    }

    [Fact]
    public void A_fill_said_again_is_booked_once_and_counted()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        var (first, second) = (desk.FillOf(1, 1, 20_000), desk.FillOf(1, 1, 20_000));

        // In the other order than they happened, and each twice.
        desk.Core.Step(in second);
        desk.Core.Step(in first);
        desk.Core.Step(in second);
        desk.Core.Step(in first);

        Assert.Equal((2, 2L, 0), (desk.Seat.Position, desk.Core.RepeatedFills, desk.Core.FaultCount));
    }

    [Fact]
    public void A_fill_said_again_with_other_content_is_a_fault()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        var fill = desk.FillOf(1, 1, 20_000);
        desk.Core.Step(in fill);
        fill.Price++;

        desk.Core.Step(in fill);

        Assert.Equal((1, 1), (desk.Seat.Position, desk.Core.FaultCount));
    }

    [Fact]
    public void A_fill_may_come_before_the_acknowledgement()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Accept(1);

        Assert.Equal((1, OrderState.Filled, 0), (desk.Seat.Position, desk.Seat.Entry.State, desk.Core.FaultCount));
    }

    [Fact]
    public void A_late_fill_of_an_order_whose_place_is_used_again_is_closed()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Say(ReportKind.Cancelled, 1);
        desk.Bar(20_000, WishKind.Short);
        Assert.Equal("Submit Entry 1: 1; Submit Entry 2: -1", desk.Sent());

        desk.Fill(1, 1, 20_000);

        Assert.Equal("Cancel Entry 2; Submit Exit 3: -1", desk.Sent());
        Assert.Equal(InFlightCodes.UnwantedFill, Assert.Single(desk.Told).Code);
    }

    [Fact]
    public void A_fill_of_an_entry_that_was_given_up_is_closed()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Bar(20_000, WishKind.Flat);
        Assert.Equal("Submit Entry 1: 1; Cancel Entry 1", desk.Sent());

        desk.Fill(1, 1, 20_000);

        Assert.Equal("Submit Exit 2: -1", desk.Sent());
    }

    [Fact]
    public void When_both_legs_fill_the_position_the_other_way_is_closed_at_once()
    {
        var desk = new HandDesk().Held();
        desk.Fill(3, 1, 20_012);
        desk.Fill(2, 1, 19_992);

        Assert.Equal(-1, desk.Seat.Position);
        Assert.Equal("Cancel Stop 2; Submit Exit 4: 1", desk.Sent());
    }

    [Fact]
    public void What_an_entry_has_not_brought_when_the_position_ends_is_cancelled()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Accept(2, 3);
        desk.Sent();

        desk.Fill(2, 1, 19_992);

        Assert.Equal("Cancel Entry 1; Cancel Target 3", desk.Sent());
    }

    [Fact]
    public void An_order_changed_to_what_had_already_traded_is_over()
    {
        var desk = new HandDesk(lots: 2).Held(2);
        desk.Fill(3, 1, 20_012);
        Assert.Equal("Change Stop 2: -1 @ 19992", desk.Sent());

        // The stop traded one lot at its old size before the change arrived.
        desk.Fill(2, 1, 19_992);
        desk.Say(ReportKind.Changed, 2, 1, 19_992);

        Assert.Equal((0, OrderState.Filled), (desk.Seat.Position, desk.Seat.Stop.State));
    }

    [Theory]
    [InlineData(1, 20_001, 19_993)]
    [InlineData(-1, 20_000, 20_008)]
    public void A_stop_at_half_a_tick_is_rounded_away_from_more_risk(int side, long second, long stop)
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, side > 0 ? WishKind.Long : WishKind.Short);
        desk.Fill(1, 1, side > 0 ? 20_000 : 20_001);
        desk.Accept(2, 3);
        desk.Fill(1, 1, second);

        Assert.Equal(stop, desk.Seat.Stop.Stop);
    }

    [Fact]
    public void A_fill_made_before_its_limit_moved_may_be_told_after()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Accept(2, 3);
        desk.Fill(1, 1, 20_003);
        desk.Say(ReportKind.Changed, 3, 2, 20_013);
        Assert.Equal(20_013, desk.Seat.Target.ConfirmedLimit);

        desk.Fill(3, 1, 20_012);

        Assert.Equal((1, 0), (desk.Seat.Position, desk.Core.FaultCount));
    }

    [Fact]
    public void Of_an_order_that_trades_more_than_is_held_the_rest_is_closed()
    {
        var desk = new HandDesk(lots: 2).Held(2);
        desk.Fill(3, 1, 20_012);
        Assert.Equal("Change Stop 2: -1 @ 19992", desk.Sent());

        // At its old size: the change came too late.
        desk.Fill(2, 2, 19_992);

        Assert.Equal(-1, desk.Seat.Position);
        Assert.Equal("Cancel Target 3; Submit Exit 4: 1", desk.Sent());
    }

    [Fact]
    public void Of_an_order_that_is_not_ours_nothing_is_believed()
    {
        var desk = new HandDesk().Held();
        desk.Accept(99);
        Assert.Equal((1, HaltKind.Review), (desk.Core.FaultCount, desk.Core.Account.Halt));
    }

    [Fact]
    public void Cash_that_differs_from_the_booked_trades_by_one_unit_is_seen_at_the_next_fill()
    {
        var desk = new HandDesk().Held();
        desk.Core.Cash.Book(1);

        desk.Fill(3, 1, 20_012);

        Assert.StartsWith("invariant 6:", desk.Core.LastFault);
    }

    [Fact]
    public void Slippage_beyond_twice_the_reserve_pauses_entries_where_it_is_watched()
    {
        var setup = HandDesk.Setup with { InFlight = new InFlightRules { WatchesSlippage = true } };
        var desk = new HandDesk(setup).Held();
        var fill = desk.FillOf(2, 1, 19_987);
        fill.Slippage = 5;

        desk.Core.Step(in fill);
        desk.Say(ReportKind.Cancelled, 3);
        desk.Sent();

        Assert.Equal((InFlightCodes.Slippage, 5m, 2m), (desk.Told[0].Code, desk.Told[0].Need, desk.Told[0].Bound));
        desk.Wait(1790);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("", desk.Sent());
        desk.Wait(15);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("Submit Entry 4: 1", desk.Sent());
    }

    [Fact]
    public void Slippage_is_too_much_when_twenty_fills_lose_more_than_the_reserve_on_average()
    {
        var watch = new SlippageWatch();
        for (var i = 0; i < 19; i++)
        {
            Assert.False(watch.Add(2, 2));
        }

        Assert.False(watch.Add(2, 2));
        Assert.True(watch.Add(3, 2));
        for (var i = 0; i < 19; i++)
        {
            Assert.True(watch.Add(2, 2));
        }

        Assert.False(watch.Add(2, 2));
    }
}

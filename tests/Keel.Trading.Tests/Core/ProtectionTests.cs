using Keel.Trading.Core.InFlight;
using Keel.Trading.Messages;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

/// <summary>Q05, Q06, Q09 and Q11: stops that are late, wrong, taken away; orders that stay; refusals.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public void A_position_without_a_confirmed_stop_is_closed_after_two_seconds_and_the_day_ends()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Wait(1.9);
        Assert.DoesNotContain("Exit", desk.Sent());

        desk.Wait(0.1);

        Assert.Contains("Submit Exit 4: -1", desk.Sent());
        Assert.Equal((InFlightCodes.Unprotected, "halt-day"), (desk.Told[0].Code, desk.Told[0].What));
    }

    [Fact]
    public void A_stop_whose_size_the_venue_does_not_confirm_is_none()
    {
        var desk = new HandDesk(lots: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Accept(2, 3);
        desk.Wait(1);
        desk.Fill(1, 1, 20_000);
        desk.Wait(2);

        Assert.Contains("Submit Exit 4: -2", desk.Sent());
    }

    [Fact]
    public void A_stop_that_the_venue_takes_away_is_put_back_once()
    {
        var desk = new HandDesk().Held();
        desk.Say(ReportKind.Cancelled, 2);
        Assert.Equal("Submit Stop 4: -1 @ 19992", desk.Sent());

        desk.Accept(4);
        desk.Say(ReportKind.Cancelled, 4);
        Assert.Equal("Cancel Target 3; Submit Exit 5: -1", desk.Sent());
    }

    [Fact]
    public void A_stop_that_the_venue_refuses_counts_as_hit()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Sent();

        desk.Say(ReportKind.Rejected, 2);

        Assert.Contains("Submit Exit 4: -1", desk.Sent());
    }

    [Fact]
    public void A_stop_that_may_not_become_smaller_is_asked_once_more_and_then_the_position_is_closed()
    {
        var desk = new HandDesk(lots: 2).Held(2);
        desk.Fill(3, 1, 20_012);
        Assert.Equal("Change Stop 2: -1 @ 19992", desk.Sent());
        desk.Say(ReportKind.ChangeRefused, 2);
        Assert.Equal((2, "Change Stop 2: -1 @ 19992"), (desk.Seat.Stop.ConfirmedLots, desk.Sent()));

        desk.Say(ReportKind.ChangeRefused, 2);

        Assert.Equal("Cancel Target 3; Submit Exit 4: -1", desk.Sent());
    }

    [Fact]
    public void A_stop_that_may_not_move_protects_where_it_is_and_is_reserved_for_there()
    {
        var setup = HandDesk.Setup with { Exits = HandDesk.Setup.Exits with { TrailStart = 4, TrailStep = 1 } };
        var desk = new HandDesk(setup).Held();
        var before = desk.Core.Reserved();
        desk.Bar(20_006);
        Assert.Equal("Change Stop 2: -1 @ 19998", desk.Sent());
        Assert.Equal(before, desk.Core.Reserved());

        desk.Say(ReportKind.ChangeRefused, 2);
        Assert.Equal((1, 19_992L), (desk.Seat.Position, desk.Seat.Stop.Stop));
        Assert.Equal(before, desk.Core.Reserved());

        desk.Bar(20_006);
        desk.Say(ReportKind.Changed, 2, 1, 19_998);
        Assert.True(desk.Core.Reserved() < before);
    }

    [Fact]
    public void Nothing_works_when_nothing_is_held()
    {
        var desk = new HandDesk().Held();
        desk.Fill(2, 1, 19_992);
        Assert.Equal("Cancel Target 3", desk.Sent());

        desk.Wait(2);
        Assert.Equal("Ask Target 3", desk.Sent());
        desk.Accept(3);
        Assert.Equal("Cancel Target 3", desk.Sent());
        desk.Say(ReportKind.Cancelled, 3);
        Assert.Equal("", desk.Sent());
    }

    [Fact]
    public void A_refused_exit_is_tried_again_at_once_and_then_every_two_seconds()
    {
        var desk = new HandDesk().Held();
        desk.Bar(20_000, WishKind.Flat);
        Assert.Equal("Cancel Target 3; Submit Exit 4: -1", desk.Sent());
        desk.Say(ReportKind.Rejected, 4);
        Assert.Equal("Submit Exit 5: -1", desk.Sent());
        desk.Say(ReportKind.Rejected, 5);
        Assert.Equal("", desk.Sent());
        desk.Wait(2);
        Assert.Contains("Submit Exit 6: -1", desk.Sent());
    }

    [Fact]
    public void Three_refused_orders_in_a_minute_pause_entries_for_five_and_five_end_the_day()
    {
        var desk = new HandDesk();
        for (var id = 1; id <= 3; id++)
        {
            desk.Bar(20_000, WishKind.Long);
            desk.Say(ReportKind.Rejected, id);
        }

        desk.Sent();
        Assert.Equal((InFlightCodes.Rejects, "pause"), (Assert.Single(desk.Told).Code, desk.Told[0].What));
        desk.Wait(298);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("", desk.Sent());
        desk.Wait(2);
        desk.Bar(20_000, WishKind.Long);
        desk.Say(ReportKind.Rejected, 4);
        desk.Bar(20_000, WishKind.Long);
        desk.Say(ReportKind.Rejected, 5);
        Assert.Equal((HaltKind.Day, 5m, 5m), (desk.Core.Account.Halt, desk.Told[^1].Need, desk.Told[^1].Bound));
    }

    [Fact]
    public void Three_refused_orders_in_more_than_a_minute_pause_nothing()
    {
        var streak = new RejectStreak(new InFlightRules());
        Assert.False(streak.Add(0));
        Assert.False(streak.Add(30_000_000_000));
        Assert.False(streak.Add(60_000_000_001));
        Assert.True(streak.Add(90_000_000_000));
    }
}

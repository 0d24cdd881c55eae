using Keel.Domain;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Messages;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

/// <summary>The core's own last look: no controls are configured here, and entries are stopped all the same.</summary>
public sealed class SendGateTests
{
    [Fact]
    public void Lots_over_all_strategies_stay_within_their_bound()
    {
        var setup = HandDesk.Setup with { InFlight = new InFlightRules { MostLots = 3 } };
        var desk = new HandDesk(setup, seats: 2, lots: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Accept(1);
        desk.Bar(20_000, WishKind.Long, seat: 1);
        Assert.Equal("Submit Entry 1: 2; Submit Entry 2: 1", desk.Sent());
        Assert.Equal(0, desk.Core.FaultCount);
    }

    [Fact]
    public void The_worst_case_of_all_stays_within_the_day_whatever_is_configured()
    {
        var desk = new HandDesk(InvariantTests.WithDailyLoss(20), seats: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Accept(1);
        desk.Bar(20_000, WishKind.Long, seat: 1);
        Assert.Equal(("Submit Entry 1: 1", 1L, 0), (desk.Sent(), desk.Core.StoppedAtGate, desk.Core.FaultCount));
    }

    [Fact]
    public void A_venue_that_overtakes_our_clock_does_not_hide_what_is_due()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        desk.Sent();
        var accepted = new VenueReport
        {
            Kind = ReportKind.Accepted,
            OrderId = 3,
            At = desk.Now + 5_000_000_000,
        };

        desk.Core.Step(in accepted);

        Assert.Equal(0, desk.Core.FaultCount);
        Assert.Contains("Submit Exit 4: -1", desk.Sent());
    }

    [Fact]
    public void The_time_that_it_asks_to_be_woken_at_always_lies_ahead()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        for (var i = 0; i < 200; i++)
        {
            desk.Core.Step(new Timestamp(desk.Core.NextWake));
            Assert.True(desk.Core.NextWake > desk.Core.Now);
        }

        // Two hundred wakes last for minutes, not for nanoseconds.
        Assert.True(desk.Core.Now - desk.Now > 60_000_000_000);
    }
}

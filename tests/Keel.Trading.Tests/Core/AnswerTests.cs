using Keel.Trading.Core.InFlight;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

/// <summary>Q01 and P20: answers that do not come.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void An_order_without_an_answer_is_unknown_after_two_seconds_and_asked_after_never_sent_again()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("Submit Entry 1: 1", desk.Sent());

        desk.Wait(1.9);
        Assert.Equal((OrderState.Sent, ""), (desk.Seat.Entry.State, desk.Sent()));

        var asked = new List<int>();
        for (var second = 0; second <= 25; second++)
        {
            desk.Wait(second == 0 ? 0.1 : 1);
            if (desk.Sent() is { Length: > 0 } sent)
            {
                Assert.Equal("Ask Entry 1", sent);
                asked.Add(second);
            }
        }

        Assert.Equal(OrderState.Unknown, desk.Seat.Entry.State);
        Assert.Equal([0, 1, 2, 5, 10, 20], asked);
    }

    [Fact]
    public void An_unknown_order_of_one_strategy_blocks_the_entries_of_all()
    {
        var desk = new HandDesk(seats: 2);
        desk.Bar(20_000, WishKind.Long);
        desk.Wait(2);
        desk.Sent();

        desk.Bar(20_000, WishKind.Long, seat: 1);
        Assert.Equal("Ask Entry 1", desk.Sent());

        desk.Say(ReportKind.Rejected, 1);
        desk.Bar(20_000, WishKind.Long, seat: 1);
        Assert.Equal("Submit Entry 2: 1", desk.Sent());
    }

    [Fact]
    public void An_entry_that_is_unknown_for_thirty_seconds_is_cancelled_and_what_it_brings_is_closed()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Wait(2);
        desk.Wait(29);
        Assert.DoesNotContain("Cancel", desk.Sent());

        desk.Wait(1);
        Assert.Contains("Cancel Entry 1", desk.Sent());
        Assert.Equal(InFlightCodes.EntryUnknown, Assert.Single(desk.Told).Code);

        desk.Fill(1, 1, 20_000);
        Assert.Equal("Submit Exit 2: -1", desk.Sent());
    }

    [Theory]
    [InlineData(ReportKind.Accepted, OrderState.Working)]
    [InlineData(ReportKind.Rejected, OrderState.Rejected)]
    [InlineData(ReportKind.Cancelled, OrderState.Cancelled)]
    public void What_the_venue_says_it_has_ends_the_doubt(ReportKind says, OrderState expected)
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Wait(3);

        desk.Say(says, 1);

        Assert.Equal(expected, desk.Seat.Entry.State);
    }

    [Fact]
    public void A_cancel_that_is_refused_raises_a_doubt_and_the_next_doubt_about_it_asks_later()
    {
        var desk = new HandDesk().Held();
        desk.Fill(3, 1, 20_012);
        Assert.Equal("Cancel Stop 2", desk.Sent());

        desk.Say(ReportKind.CancelRefused, 2);
        Assert.Equal("Ask Stop 2", desk.Sent());
        desk.Wait(0.1);
        desk.Accept(2);
        Assert.Equal("Cancel Stop 2", desk.Sent());
        desk.Say(ReportKind.CancelRefused, 2);
        Assert.Equal("", desk.Sent());
        desk.Wait(1);
        Assert.Equal("Ask Stop 2", desk.Sent());
    }

    [Fact]
    public void What_was_said_before_a_doubt_began_does_not_end_it_when_it_is_said_again()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        var accepted = new VenueReport
        {
            Kind = ReportKind.Accepted,
            OrderId = 1,
            At = desk.Now,
        };
        desk.Core.Step(in accepted);
        desk.Bar(20_000, WishKind.Flat);
        desk.Wait(2);
        Assert.Equal(OrderState.Unknown, desk.Seat.Entry.State);

        desk.Core.Step(in accepted);

        Assert.Equal((OrderState.Unknown, 1L), (desk.Seat.Entry.State, desk.Core.StaleReports));
    }

    [Fact]
    public void A_second_change_waits_for_the_answer_to_the_first()
    {
        var desk = new HandDesk(lots: 3);
        desk.Bar(20_000, WishKind.Long);
        desk.Accept(1);
        desk.Fill(1, 1, 20_000);
        desk.Accept(2, 3);
        desk.Sent();

        desk.Fill(1, 1, 20_000);
        Assert.Equal("Change Stop 2: -2 @ 19992; Change Target 3: -2 @ 20012", desk.Sent());
        desk.Fill(1, 1, 20_000);
        Assert.Equal("", desk.Sent());
        desk.Say(ReportKind.Changed, 2, 2, 19_992);
        Assert.Equal("Change Stop 2: -3 @ 19992", desk.Sent());
        desk.Say(ReportKind.Changed, 2, 2, 19_992);
        Assert.Equal((OrderState.Changing, ""), (desk.Seat.Stop.State, desk.Sent()));
    }
}

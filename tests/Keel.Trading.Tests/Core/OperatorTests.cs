using Keel.Domain;
using Keel.Trading.Messages;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core;

public sealed class OperatorTests
{
    [Fact]
    public void Flatten_closes_everything_and_trading_goes_on()
    {
        var desk = new HandDesk().Held();
        desk.Core.Step(OperatorOrder.Flatten, new Timestamp(desk.Now));
        Assert.Equal("Cancel Target 3; Submit Exit 4: -1", desk.Sent());
        desk.Fill(4, 1, 20_000);
        desk.Say(ReportKind.Cancelled, 2);
        desk.Say(ReportKind.Cancelled, 3);
        desk.Sent();

        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("Submit Entry 5: 1", desk.Sent());
    }

    [Fact]
    public void A_halt_closes_everything_and_nothing_is_entered_until_a_person_resumes()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Core.Step(OperatorOrder.Halt, new Timestamp(desk.Now));
        Assert.Equal("Submit Entry 1: 1; Cancel Entry 1", desk.Sent());
        desk.Say(ReportKind.Cancelled, 1);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal(("", 1L), (desk.Sent(), desk.Core.StoppedAtGate));

        desk.Core.Step(OperatorOrder.Resume, new Timestamp(desk.Now));
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("Submit Entry 2: 1", desk.Sent());
    }

    [Fact]
    public void A_fill_that_comes_after_a_halt_is_closed()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Core.Step(OperatorOrder.Halt, new Timestamp(desk.Now));
        desk.Sent();

        desk.Fill(1, 1, 20_000);

        Assert.Equal("Submit Exit 2: -1", desk.Sent());
    }

    [Fact]
    public void Resume_does_not_end_what_is_stopped_for_ever()
    {
        var desk = new HandDesk();
        desk.Core.Halt(HaltKind.ForGood, Reasons.Kill);
        desk.Core.Step(OperatorOrder.Resume, new Timestamp(desk.Now));
        Assert.Equal(HaltKind.ForGood, desk.Core.Account.Halt);
    }
}

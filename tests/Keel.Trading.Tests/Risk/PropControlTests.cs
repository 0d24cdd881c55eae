using Keel.Domain;
using Keel.Trading.PropFirms;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Tests.PropFirms;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>A prop account's own rules at an entry of MES, ten of which are a lot; its buffer is $200, a tenth of the maximum loss.</summary>
public sealed class PropControlTests
{
    // The floor of a new 50K account lies at 48,000, Keel leaves at 48,200; one lot reserves 14.97.
    [Theory]
    [InlineData(48_214.98, "ok")]
    [InlineData(48_214.97, "ok")]
    [InlineData(48_214.96, "0 prop_floor 14.97/14.96")]
    public void The_worst_case_may_reach_the_buffer_above_the_floor(double balance, string said)
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });
        account.Flat("2026-05-04T09:00", (decimal)balance);

        Assert.Equal(said, Says(new PropControl(account, 10), Proposal()));
    }

    [Theory]
    [InlineData(985.02, "ok")]
    [InlineData(985.03, "ok")]
    [InlineData(985.04, "0 prop_daily_loss 14.97/14.96")]
    [InlineData(1000, "0 prop_daily_loss 1000/1000")]
    public void The_worst_case_may_reach_the_firms_daily_loss(double lost, string said)
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = Money.From(1000) });
        account.Flat("2026-05-04T09:00", 50_000);
        account.Flat("2026-05-04T10:00", 50_000 - (decimal)lost);

        Assert.Equal(said, Says(new PropControl(account, 10), Proposal()));
    }

    [Theory]
    [InlineData(0, 20, "ok")]
    [InlineData(0, 21, "20 prop_lots 21/20")]
    [InlineData(15, 5, "ok")]
    [InlineData(15, 6, "5 prop_lots 21/20")]
    [InlineData(20, 1, "0 prop_lots 21/20")]
    public void The_scaling_plan_caps_lots(int open, int lots, string said)
    {
        var account = new PropAccount(Firm.Express);
        account.Flat("2026-05-04T09:00", 0);
        var proposal = Proposal(lots);
        proposal.OpenLots = open;

        Assert.Equal(said, Says(new PropControl(account, 10), proposal));
    }

    [Fact]
    public void An_account_that_is_a_prop_firms_passes_every_entry_by_the_firms_rules()
    {
        var limits = new RiskLimits { Capital = Money.From(100_000) };
        var prop = new PropAccount(Firm.Express);
        prop.Flat("2026-05-04T09:00", 0);
        var facts = new EntryFacts
        {
            Instrument = Mes,
            Reserve = Reserve,
            Prop = prop,
        };
        var review = new EntryReview(EntryControls.Of(limits, Account(limits), facts));

        Assert.Equal(new EntryVerdict(20, "prop_lots", 21, 20), review.Rule(Proposal(), 21));
    }
}

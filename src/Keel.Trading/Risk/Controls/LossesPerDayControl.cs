namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered once a day has had so many losing trades (R6).</summary>
public sealed class LossesPerDayControl(int most, RiskAccount account) : EntryControl(Reasons.LossesPerDay)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.State.LossesToday is var losses && losses >= most ? Ruling.Refused(losses, most) : Ruling.Allowed;
}

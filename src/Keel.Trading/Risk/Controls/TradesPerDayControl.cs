namespace Keel.Trading.Risk.Controls;

/// <summary>A day has not more than so many entries (L09).</summary>
public sealed class TradesPerDayControl(int most, RiskAccount account) : EntryControl(Reasons.TradesPerDay)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.State.EntriesToday is var entries && entries >= most ? Ruling.Refused(entries + 1, most) : Ruling.Allowed;
}

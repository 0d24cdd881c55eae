namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered during the pause after losses in a row; the bound is how many seconds of it are left.</summary>
public sealed class PauseControl(RiskAccount account) : EntryControl(Reasons.Pause)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.IsPausedAt(proposal.Now)
            ? Ruling.Refused((account.State.PauseUntil - proposal.Now) / 1_000_000_000, 0)
            : Ruling.Allowed;
}

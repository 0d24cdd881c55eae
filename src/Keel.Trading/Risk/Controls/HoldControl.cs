namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered while another control has put entries on hold; the code is that control's, the need the seconds left.</summary>
public sealed class HoldControl(RiskAccount account) : EntryControl(Reasons.Pause)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (!account.IsOnHoldAt(proposal.Now))
        {
            return Ruling.Allowed;
        }

        var state = account.State;
        var left = state.HoldUntil == long.MaxValue ? 0 : (state.HoldUntil - proposal.Now) / 1_000_000_000;
        return Ruling.Refused(left, 0).Because(state.HoldReason!);
    }
}

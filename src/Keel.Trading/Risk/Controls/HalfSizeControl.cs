namespace Keel.Trading.Risk.Controls;

/// <summary>Halves what all others have left where the day's phase or a breaker asks for it, last of all; half of one lot is no entry.</summary>
public sealed class HalfSizeControl() : EntryControl(Reasons.HalfSize)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.HalfSize ? Ruling.AtMost(proposal.Lots / 2, proposal.Lots, proposal.Lots / 2m) : Ruling.Allowed;
}

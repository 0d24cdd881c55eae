namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered while the fate of an order is not known (P20): it may be live, and then the position would double.</summary>
public sealed class UnknownOrderControl() : EntryControl(Reasons.UnknownOrder)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.UnknownOrders > 0 ? Ruling.Refused(proposal.UnknownOrders, 0) : Ruling.Allowed;
}

namespace Keel.Trading.Risk.Controls;

/// <summary>The stop lies neither nearer than the venue takes it nor further than a trade can bear (P08); both bounds are allowed.</summary>
public sealed class StopDistanceControl(StopRange range) : EntryControl(Reasons.StopDistance)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.StopTicks < range.Least ? Ruling.Refused(proposal.StopTicks, range.Least)
        : proposal.StopTicks > range.Most ? Ruling.Refused(proposal.StopTicks, range.Most)
        : Ruling.Allowed;
}

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered so soon after the seat's last exit; from the instant on at which the cooldown is over, entries are free. The need is the seconds left.</summary>
public sealed class CooldownControl() : EntryControl(Reasons.Cooldown)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.Now < proposal.CoolsUntil
            ? Ruling.Refused((proposal.CoolsUntil - proposal.Now) / 1_000_000_000m, 0)
            : Ruling.Allowed;
}

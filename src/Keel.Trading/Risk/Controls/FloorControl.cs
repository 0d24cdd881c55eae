using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>If every open worst case came true and a gap beyond each stop on top, the account would still stand at its floor or above (condition C4).</summary>
public sealed class FloorControl(Money floor, int gapTicks, RiskAccount account) : EntryControl(Reasons.Floor)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var gap = (proposal.OpenLots + (long)proposal.Lots) * gapTicks * proposal.TickValue;
        var (need, room) = (proposal.OpenReserve + proposal.Worst + gap, account.Balance - floor.Units);
        return need > room ? Ruling.RefusedMoney(need, room) : Ruling.Allowed;
    }
}

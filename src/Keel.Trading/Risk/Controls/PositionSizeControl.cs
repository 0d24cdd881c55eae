namespace Keel.Trading.Risk.Controls;

/// <summary>Lots held, working and asked for together stay within a cap (P04); fewer lots where fewer fit.</summary>
public sealed class PositionSizeControl(int most) : EntryControl(Reasons.PositionSize)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        (long)proposal.OpenLots + proposal.Lots is var all && all > most
            ? Ruling.AtMost(most - proposal.OpenLots, all, most)
            : Ruling.Allowed;
}

using Keel.Trading.Orders;

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered that could trade with an own resting order of any strategy (P16). An order at the market is taken to reach so many ticks through.</summary>
public sealed class SelfMatchControl(int reach = 4) : EntryControl(Reasons.SelfMatch)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (proposal.OwnOpposite is not { } own)
        {
            return Ruling.Allowed;
        }

        var furthest = proposal.Limit ?? proposal.Price + ((int)proposal.Side * reach);
        var reaches = proposal.Side == Side.Long ? furthest >= own : furthest <= own;
        return reaches ? Ruling.Refused(furthest, own) : Ruling.Allowed;
    }
}

using Keel.Domain;
using Keel.Trading.PropFirms;

namespace Keel.Trading.Risk.Controls;

/// <summary>The rules of a prop account (L07, L08, condition C6), judged on the firm's own figures: lots of its plan, room to its floor and of its day.</summary>
public sealed class PropControl(PropAccount account, int perLot) : EntryControl(Reasons.Prop)
{
    /// <summary>The account as the firm counts it.</summary>
    public PropAccount Account => account;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var said = account.Review(new Money(proposal.OpenReserve + proposal.Worst));
        if (said.Code is { } code)
        {
            return Ruling.Refused(said.Need, said.Bound).Because(code);
        }

        var most = account.MostContracts(perLot);
        var all = (long)proposal.OpenLots + proposal.Lots;
        return all > most ? Ruling.AtMost(most - proposal.OpenLots, all, most).Because("prop_lots") : Ruling.Allowed;
    }
}

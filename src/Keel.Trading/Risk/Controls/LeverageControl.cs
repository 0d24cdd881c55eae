using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>The value of everything held and asked for stays within so many times equity (P05); a price below zero counts like one above.</summary>
public sealed class LeverageControl(decimal most, RiskAccount account) : EntryControl(Reasons.Leverage)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var ofOne = new Money(proposal.TickValue).Amount * Math.Abs(proposal.Price);
        var value = ofOne * (proposal.OpenLots + (long)proposal.Lots);
        var equity = new Money(account.Equity).Amount;
        return equity <= 0 ? Ruling.Refused(value, 0)
            : value > equity * most ? Ruling.Refused(value / equity, most)
            : Ruling.Allowed;
    }
}

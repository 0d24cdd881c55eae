namespace Keel.Trading.Risk.Controls;

/// <summary>The worst case of one trade stays within its share of equity; fewer lots where fewer fit.</summary>
public sealed class TradeRiskControl(LossLimit limit, RiskAccount account) : EntryControl(Reasons.TradeRisk)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        proposal.WorstOfOne * proposal.Lots is var worst
        && limit.At(new Domain.Money(account.Equity)).Units is var bound
        && worst > bound
            ? Ruling.AtMostMoney((int)(bound / proposal.WorstOfOne), worst, bound)
            : Ruling.Allowed;
}

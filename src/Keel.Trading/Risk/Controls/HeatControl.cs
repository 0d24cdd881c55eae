using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>The open worst cases of all strategies stay together within the smaller of an amount and a share of equity (P33); fewer lots where fewer fit.</summary>
public sealed class HeatControl(LossLimit limit, RiskAccount account) : EntryControl(Reasons.Heat)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var bound = limit.SmallerAt(new Money(account.Equity)).Units;
        var need = proposal.OpenReserve + proposal.Worst;
        return need > bound
            ? Ruling.AtMostMoney(Fits(bound - proposal.OpenReserve, proposal.WorstOfOne), need, bound)
            : Ruling.Allowed;
    }

    private static int Fits(long room, long each) => room <= 0 ? 0 : (int)(room / each);
}

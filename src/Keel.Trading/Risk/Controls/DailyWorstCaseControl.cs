namespace Keel.Trading.Risk.Controls;

/// <summary>Today's loss and every worst case, this entry's included, stay within the daily limit: checked before entry, not after.</summary>
public sealed class DailyWorstCaseControl(RiskAccount account) : EntryControl(Reasons.WorstCase)
{
    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal) =>
        account.DailyLimit == long.MaxValue ? Ruling.Allowed
        : account.LostToday + proposal.OpenReserve is var used
        && used + (proposal.WorstOfOne * proposal.Lots) is var need
        && need > account.DailyLimit
            ? Ruling.AtMostMoney((int)((account.DailyLimit - used) / proposal.WorstOfOne), need, account.DailyLimit)
        : Ruling.Allowed;
}

namespace Keel.Trading.Risk.Controls;

/// <summary>
/// Stops a loop that trades the same thing again and again (P14): too many entries in ten minutes, too many a day, or too many of them
/// right where and when the last position ended. A breach holds entries for half an hour, the second of a day for the rest of it.
/// </summary>
public sealed class RepeatedExecutionControl(RepeatRules rules, RiskAccount account) : EntryControl(Reasons.RepeatedExecution)
{
    private readonly RecentInstants entries = new(rules.InWindow);
    private readonly RecentInstants returns = new(rules.NearExit);
    private Patience patience = new(rules.Hold, 2);

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var from = proposal.Now - rules.Window.Nanoseconds;
        if (entries.CountAfter(from) is var lately && lately >= rules.InWindow)
        {
            return Breach(proposal, lately + 1, rules.InWindow);
        }

        if (account.State.EntriesToday >= rules.InDay)
        {
            return Breach(proposal, account.State.EntriesToday + 1, rules.InDay);
        }

        return Returns(proposal) && returns.CountAfter(from) is var near && near >= rules.NearExit
            ? Breach(proposal, near + 1, rules.NearExit)
            : Ruling.Allowed;
    }

    /// <inheritdoc />
    public override void OnEntry(EntryProposal proposal)
    {
        entries.Add(proposal.Now);
        if (Returns(proposal))
        {
            returns.Add(proposal.Now);
        }
    }

    private bool Returns(EntryProposal proposal) =>
        proposal.LastExitAt != long.MinValue
        && proposal.Now - proposal.LastExitAt <= rules.NearExitTime.Nanoseconds
        && Math.Abs(proposal.Price - proposal.LastExitPrice) <= rules.NearExitTicks;

    private Ruling Breach(EntryProposal proposal, int count, int most)
    {
        account.Hold(Code, proposal.Now, patience.HoldUntil(proposal.Now, proposal.Day), count, most);
        return Ruling.Refused(count, most);
    }
}

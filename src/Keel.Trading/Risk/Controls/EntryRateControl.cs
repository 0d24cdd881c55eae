using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>Not more than so many entries within a minute (P13). A breach holds entries for a minute, the third of a day for the rest of it.</summary>
public sealed class EntryRateControl(int most, RiskAccount account) : EntryControl(Reasons.EntryRate)
{
    private static readonly Span Window = Span.FromMinutes(1);
    private readonly RecentInstants entries = new(most);
    private Patience patience = new(Span.FromMinutes(1), 3);

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var count = entries.CountAfter(proposal.Now - Window.Nanoseconds);
        if (count < most)
        {
            return Ruling.Allowed;
        }

        account.Hold(Code, proposal.Now, patience.HoldUntil(proposal.Now, proposal.Day), count + 1, most);
        return Ruling.Refused(count + 1, most);
    }

    /// <inheritdoc />
    public override void OnEntry(EntryProposal proposal) => entries.Add(proposal.Now);
}

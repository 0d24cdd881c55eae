namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered around listed releases (P29), both ends of the window included. The need is the seconds to the release, negative after it.</summary>
public sealed class NewsControl : EntryControl
{
    private readonly long[] releases;
    private readonly NewsRules rules;

    /// <summary>With the instants of the releases, in nanoseconds and any order.</summary>
    public NewsControl(NewsRules rules, IReadOnlyList<long> releases)
        : base(Reasons.News)
    {
        (this.rules, this.releases) = (rules, [.. releases]);
        Array.Sort(this.releases);
    }

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        // The first release whose window is not over is the only one that can cover this instant, whichever follow.
        var at = Array.BinarySearch(releases, proposal.Now - rules.After.Nanoseconds);
        at = at >= 0 ? at : ~at;
        if (at == releases.Length || releases[at] - rules.Before.Nanoseconds > proposal.Now)
        {
            return Ruling.Allowed;
        }

        var away = (releases[at] - proposal.Now) / 1_000_000_000m;
        return Ruling.Refused(away, (away >= 0 ? rules.Before : rules.After * -1).Nanoseconds / 1_000_000_000m);
    }
}

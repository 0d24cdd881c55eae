namespace Keel.Research.Recommendations;

/// <summary>Finds the hours, weekdays and sides that lose more than the rest, the worst first, each with the ones before it set aside.</summary>
/// <remarks>
/// <para>Two things must hold: after costs the group loses, and <em>before</em> costs it does worse than the rest. Costs that hit every hour, or
/// a thin hour harder, are no fault of the hour; a strategy that loses everywhere by its costs gets no advice to avoid one.</para>
/// <para>Once a group is found its trades are set aside, and all is looked at anew: otherwise a bad hour would also accuse the side that it
/// happened to trade, or make good hours out of average ones.</para>
/// <para>Trades that the rule for one bar decided are left out: their result is an assumption, and it is worse where bars are wide.</para>
/// </remarks>
internal static class LosingGroups
{
    /// <summary>A strategy with more faults than these has none in particular.</summary>
    private const int Most = 6;

    /// <summary>The chance of error for "it loses at all", shared by all groups; what is above chance is decided by the comparison.</summary>
    private const double LosesAtAll = 0.05;

    private static readonly RecommendationKind[] Kinds =
    [
        RecommendationKind.Hour,
        RecommendationKind.Weekday,
        RecommendationKind.Side,
    ];

    /// <summary>The groups, the worst first.</summary>
    public static IReadOnlyList<LosingGroup> Find(TradeColumns trades)
    {
        var inQuestion = new bool[trades.Count];
        var isSetAside = new bool[trades.Count];
        for (var i = 0; i < inQuestion.Length; i++)
        {
            inQuestion[i] = !trades.IsAmbiguous[i];
        }

        var found = new List<LosingGroup>();
        while (found.Count < Most && Worst(trades, inQuestion) is { } worst)
        {
            found.Add(Described(worst, trades, isSetAside));
            var groups = trades.GroupsOf(worst.Kind);
            for (var i = 0; i < groups.Length; i++)
            {
                isSetAside[i] |= groups[i] == worst.Group;
                inQuestion[i] &= !isSetAside[i];
            }
        }

        return found;
    }

    private static Candidate? Worst(TradeColumns trades, ReadOnlySpan<bool> inQuestion)
    {
        var sorted = new TradeGroups[Kinds.Length];
        var lookedAt = 0;
        for (var i = 0; i < Kinds.Length; i++)
        {
            sorted[i] = TradeGroups.Of(Kinds[i], trades, inQuestion);
            lookedAt += sorted[i].LookedAt;
        }

        Candidate? worst = null;
        foreach (var groups in sorted)
        {
            if (WorstOf(groups, lookedAt) is { } candidate && (worst is null || candidate.Standing < worst.Standing))
            {
                worst = candidate;
            }
        }

        return worst;
    }

    private static Candidate? WorstOf(TradeGroups groups, int lookedAt)
    {
        if (groups.LookedAt == 0)
        {
            return null;
        }

        var shuffled = new ShuffledGroups(groups);
        var (worst, lowest) = (-1, 0.0);
        for (var group = 0; group < groups.Groups; group++)
        {
            if (groups.IsLookedAt(group) && groups.Loses(group, LosesAtAll / lookedAt))
            {
                var standing = shuffled.Standing(group);
                (worst, lowest) = standing < lowest ? (group, standing) : (worst, lowest);
            }
        }

        var budget = ErrorBudget.Of(groups.Kind);
        var chance = worst < 0 ? 1 : shuffled.ChanceOf(lowest, budget);
        return chance <= budget ? new Candidate(groups.Kind, worst, lowest, chance, lookedAt) : null;
    }

    private static LosingGroup Described(Candidate worst, TradeColumns trades, ReadOnlySpan<bool> isSetAside)
    {
        var groups = trades.GroupsOf(worst.Kind);
        var (count, restCount) = (0, 0);
        var (net, restNet) = (0m, 0m);
        for (var i = 0; i < groups.Length; i++)
        {
            var isIn = groups[i] == worst.Group && !isSetAside[i];
            var isRest = groups[i] != worst.Group && !isSetAside[i];
            count += isIn ? 1 : 0;
            net += isIn ? trades.Booked[i] : 0;
            restCount += isRest ? 1 : 0;
            restNet += isRest ? trades.Booked[i] : 0;
        }

        var chance = ErrorBudget.Corrected(worst.Kind, worst.Chance);
        return new LosingGroup(worst.Kind, worst.Group, count, net, restCount, restNet, chance, worst.LookedAt);
    }

    private sealed record Candidate(RecommendationKind Kind, int Group, double Standing, double Chance, int LookedAt);
}

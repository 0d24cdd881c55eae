using Keel.Research.Expectations;
using NodaTime;

namespace Keel.Research.Recommendations;

/// <summary>Puts a losing group into words.</summary>
internal static class GroupSentence
{
    /// <summary>The recommendation: what to leave out, what it cost, how the rest did, and how sure that is.</summary>
    public static Recommendation Of(LosingGroup group, string currency)
    {
        var (number, advice) = group.Kind switch
        {
            RecommendationKind.Hour => (
                group.Group,
                $"Avoid entries between {group.Group:00}:00 and {group.Group + 1:00}:00 New York"
            ),
            RecommendationKind.Weekday => (group.Group + 1, $"Avoid entries on {(IsoDayOfWeek)(group.Group + 1)}s"),
            RecommendationKind.Side => group.Group == 0 ? (1, "Avoid long trades") : (-1, "Avoid short trades"),
            RecommendationKind.LoserSize => throw new ArgumentException("losers' size is no group", nameof(group)),
        };
        var each = Figures.Amount(group.Net / group.Trades, currency);
        var rest = Figures.Amount(group.RestNet / Math.Max(1, group.RestTrades), currency);
        var sentence =
            $"{advice}: {Figures.Count(group.Trades, "trade")} made {Figures.Amount(group.Net, currency)} there, {each} a trade, "
            + $"against {rest} a trade for the other {group.RestTrades:N0}; by chance the worst of {group.LookedAt} groups looked at "
            + $"does so in {Figures.Percent(group.Chance)} of cases at most";
        return new Recommendation(group.Kind, number, sentence, group.Trades, group.Chance);
    }
}

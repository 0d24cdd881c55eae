namespace Keel.Research.Recommendations;

/// <summary>How much error all recommendations of a report may make together, and how it is shared out.</summary>
/// <remarks>
/// A report may wrongly recommend something in one of twenty cases. One in a hundred is what is spent: a strategy that loses in one hour has
/// to get that hour <em>and nothing else</em> in 95 of 100 cases, so that whatever comes second must be rarer than the promise.
/// </remarks>
internal static class ErrorBudget
{
    /// <summary>The chance of any recommendation where there is nothing to recommend.</summary>
    public const double Whole = Hours + Weekdays + Sides + LoserSize;

    /// <summary>Hours get half: there are most of them, and most traders trade by the clock.</summary>
    private const double Hours = 0.005;

    private const double Weekdays = 0.002;
    private const double Sides = 0.002;
    private const double LoserSize = 0.001;

    /// <summary>The share of one kind.</summary>
    public static double Of(RecommendationKind kind) =>
        kind switch
        {
            RecommendationKind.Hour => Hours,
            RecommendationKind.Weekday => Weekdays,
            RecommendationKind.Side => Sides,
            RecommendationKind.LoserSize => LoserSize,
        };

    /// <summary>A chance within one kind, as a chance within the whole report.</summary>
    public static double Corrected(RecommendationKind kind, double chance) => Math.Min(1, chance * (Whole / Of(kind)));
}

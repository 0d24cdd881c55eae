namespace Keel.Research.Recommendations;

/// <summary>What a recommendation is about.</summary>
public enum RecommendationKind
{
    /// <summary>An hour of the day, New York time, by entry.</summary>
    Hour,

    /// <summary>A weekday, by the trading day of the entry.</summary>
    Weekday,

    /// <summary>Long or short trades.</summary>
    Side,

    /// <summary>How much losers cost against what was planned.</summary>
    LoserSize,
}

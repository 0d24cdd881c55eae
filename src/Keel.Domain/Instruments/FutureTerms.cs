using NodaTime;

namespace Keel.Domain.Instruments;

/// <summary>What makes an instrument a dated future: which months are listed, when they end, what other programs call it.</summary>
public sealed record FutureTerms
{
    /// <summary>The months that are listed.</summary>
    public required MonthSet Months { get; init; }

    /// <summary>The listed months that carry the volume, so that they can be the front month.</summary>
    public required MonthSet LeadMonths { get; init; }

    /// <summary>What happens after the last trade.</summary>
    public required Settlement Settlement { get; init; }

    /// <summary>How the last trading day is found.</summary>
    public required ExpiryRule LastDay { get; init; }

    /// <summary>When trading ends on the last day, New York time.</summary>
    public required LocalTime LastTimeInNewYork { get; init; }

    /// <summary>The product code at ProjectX, which is not always the root: <c>EP</c> for ES.</summary>
    public required string ProjectXProduct { get; init; }

    /// <summary>The symbol of the big sister; null when it is the big one.</summary>
    public string? MiniOf { get; init; }

    /// <summary>How many of these make one of the big sister; 1 for the big one.</summary>
    public required int Ratio
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a ratio is at least 1");
    }
}

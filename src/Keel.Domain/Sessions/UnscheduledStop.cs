using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>A stop of trading that no calendar announced: an outage or a market-wide breaker.</summary>
public sealed record UnscheduledStop
{
    /// <summary>The trading day it belongs to.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When nothing traded.</summary>
    public required TimeRange Time { get; init; }

    /// <summary><c>outage</c> or <c>market_wide_breaker</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string What { get; init; }

    /// <summary>How far the times can be trusted.</summary>
    public required string Confidence { get; init; }
}

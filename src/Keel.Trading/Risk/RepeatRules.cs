using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>How often the same may be entered before it looks like a mistake.</summary>
public sealed record RepeatRules
{
    /// <summary>Entries within the window.</summary>
    public int InWindow { get; init; } = 6;

    /// <summary>The window.</summary>
    public Span Window { get; init; } = Span.FromMinutes(10);

    /// <summary>Entries a trading day.</summary>
    public int InDay { get; init; } = 40;

    /// <summary>Entries within the window that return where and when the last position ended.</summary>
    public int NearExit { get; init; } = 3;

    /// <summary>So near to its price, in ticks.</summary>
    public int NearExitTicks { get; init; } = 5;

    /// <summary>And so soon after it.</summary>
    public Span NearExitTime { get; init; } = Span.FromSeconds(60);

    /// <summary>For how long entries are then on hold.</summary>
    public Span Hold { get; init; } = Span.FromMinutes(30);
}

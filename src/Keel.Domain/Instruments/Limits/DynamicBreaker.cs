using NodaTime;

namespace Keel.Domain.Instruments.Limits;

/// <summary>A pause after a fast move: a share of a reference that rolls over a window.</summary>
public sealed record DynamicBreaker
{
    /// <summary>The move as a share of the reference: 0.10.</summary>
    public required decimal Width { get; init; }

    /// <summary>How far back the reference reaches.</summary>
    public required Span Window { get; init; }

    /// <summary>How long the market pauses.</summary>
    public required Span Pause { get; init; }

    /// <summary>The first day of which the width is known to hold.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Whether it was not read at its source.</summary>
    public required bool IsUnverified { get; init; }
}

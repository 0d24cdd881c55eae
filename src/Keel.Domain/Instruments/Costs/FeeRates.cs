using NodaTime;

namespace Keel.Domain.Instruments.Costs;

/// <summary>What a perpetual costs, as shares of the traded value (0.0002 is two hundredths of a percent).</summary>
public sealed record FeeRates
{
    /// <summary>For an order that rested.</summary>
    public required decimal Maker { get; init; }

    /// <summary>For an order that crossed the spread.</summary>
    public required decimal Taker { get; init; }

    /// <summary>The first day on which it held.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Whether it was not read at its source.</summary>
    public required bool IsUnverified { get; init; }

    /// <summary>Whence the figures.</summary>
    public required string Source { get; init; }
}

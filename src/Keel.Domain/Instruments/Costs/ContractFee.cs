using NodaTime;

namespace Keel.Domain.Instruments.Costs;

/// <summary>What one contract costs a side, in the currency of its instrument.</summary>
public sealed record ContractFee
{
    /// <summary>The broker's part.</summary>
    public required Money Commission { get; init; }

    /// <summary>The exchange's part, with clearing and regulator.</summary>
    public required Money Exchange { get; init; }

    /// <summary>The first day on which it held.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Whether a part of it was not measured or read at its source.</summary>
    public required bool IsUnverified { get; init; }

    /// <summary>Whence the figures.</summary>
    public required string Source { get; init; }

    /// <summary>Both parts, for one side.</summary>
    public Money PerSide => Commission + Exchange;

    /// <summary>Both parts, in and out.</summary>
    public Money RoundTurn => PerSide * 2;
}

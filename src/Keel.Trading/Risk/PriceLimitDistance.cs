namespace Keel.Trading.Risk;

/// <summary>How far from the exchange's price limits entries keep.</summary>
public sealed record PriceLimitDistance
{
    /// <summary>The share of the limit within which nothing is entered, its border included.</summary>
    public decimal Near { get; init; } = 0.02m;

    /// <summary>Where no limit is known: the move since the settlement beyond which nothing is entered.</summary>
    public decimal WideMove { get; init; } = 0.04m;

    /// <summary>Whether nothing is entered while no settlement is known; a backtest has none on its first day.</summary>
    public bool NeedsReference { get; init; }
}

using Keel.Domain;

namespace Keel.Trading.Sizing;

/// <summary>All that a size depends on at the moment of an entry.</summary>
public readonly record struct SizeRequest()
{
    /// <summary>The equity of the risk account, never the venue's balance.</summary>
    public required Money Equity { get; init; }

    /// <summary>What one contract loses at its stop, usual slippage both ways and costs included; zero or less when unknown.</summary>
    public required Money WorstCase { get; init; }

    /// <summary>What is reserved for one contract against the limits, slippage reserves included; null when it is the worst case itself.</summary>
    public Money? Reserve { get; init; }

    /// <summary>The model's confidence; NaN without a model.</summary>
    public double Confidence { get; init; } = double.NaN;

    /// <summary>What one contract fluctuates in a year, one standard deviation; null when unknown.</summary>
    public Money? VolatilityOfOne { get; init; }

    /// <summary>Kelly's fraction from the account's own closed trades, already shrunk; NaN while there are too few.</summary>
    public double KellyFraction { get; init; } = double.NaN;

    /// <summary>The most that the reserves of one trade may come to; null without such a limit.</summary>
    public Money? TradeLimit { get; init; }

    /// <summary>What reserves may still take today, open ones deducted; null without such a limit.</summary>
    public Money? DayLeft { get; init; }

    /// <summary>The most contracts that the venue allows now; null without a cap.</summary>
    public int? VenueCap { get; init; }

    /// <summary>Whether the phase of the day or a breaker halves sizes.</summary>
    public bool IsHalfSize { get; init; }
}

namespace Keel.Trading.Sizing;

/// <summary>What a size was bound by; the last that made it smaller.</summary>
public enum SizeLimit
{
    /// <summary>Nothing: it is what the method counts.</summary>
    Nothing,

    /// <summary>What the method may risk is less than one contract.</summary>
    Budget,

    /// <summary>What one contract loses is not known, so nothing can be counted by it.</summary>
    UnknownWorstCase,

    /// <summary>The contract's volatility is not known.</summary>
    UnknownVolatility,

    /// <summary>Too few closed trades to know Kelly's fraction.</summary>
    TooFewTrades,

    /// <summary>The closed trades show no edge.</summary>
    NoEdge,

    /// <summary>The model's confidence lies below the first step.</summary>
    Confidence,

    /// <summary>A multiplier took it below one contract, and the profile rounds down.</summary>
    Rounding,

    /// <summary>The tier's most contracts.</summary>
    Tier,

    /// <summary>The profile's most contracts.</summary>
    MaxContracts,

    /// <summary>The venue's cap or scaling plan.</summary>
    VenueCap,

    /// <summary>The worst case of one trade.</summary>
    TradeRisk,

    /// <summary>What is left of the daily limit, worst case reserved.</summary>
    WorstCase,

    /// <summary>A phase or breaker halves sizes; half of one contract is none.</summary>
    HalfSize,
}

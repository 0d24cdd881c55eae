namespace Keel.Trading.Conditions;

/// <summary>What a breaker asks for.</summary>
public enum BreakerState
{
    /// <summary>Nothing: the market is as it usually is.</summary>
    Clear,

    /// <summary>Half size.</summary>
    Half,

    /// <summary>No entries.</summary>
    Paused,
}

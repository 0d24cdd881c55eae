namespace Keel.Strategies.Registry;

/// <summary>A strategy or one of its settings cannot be used.</summary>
/// <param name="setting">The setting that is wrong; null when it is the strategy itself.</param>
/// <param name="why">What is wrong.</param>
/// <param name="remedy">What to do.</param>
public sealed class StrategyException(string? setting, string why, string remedy) : Exception(why)
{
    /// <summary>The setting that is wrong; null when it is the strategy itself.</summary>
    public string? Setting { get; } = setting;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}

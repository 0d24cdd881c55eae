namespace Keel.Trading.Strategies;

/// <summary>Gives a strategy the name under which profiles ask for it. The parameters of its constructor are its settings: <c>int stopBars = 20</c> is <c>stop_bars: 20</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StrategyAttribute(string name, string summary) : Attribute
{
    /// <summary>The name in profiles: <c>ema-cross</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it does, in a sentence.</summary>
    public string Summary { get; } = summary;
}

using Keel.Domain.Markets;

namespace Keel.Trading.Strategies;

/// <summary>Decides which position it wants. It never sees an order: risk reviews the wish, and the order desk does the rest.</summary>
public abstract class Strategy
{
    /// <summary>How many bars it must have seen before its wishes count.</summary>
    public virtual int WarmUp => 0;

    /// <summary>A bar has closed: say what you want with <see cref="StrategyDesk.Long"/>, <see cref="StrategyDesk.Short"/> or <see cref="StrategyDesk.Flat"/>, or nothing.</summary>
    public abstract void OnBar(in Bar bar, StrategyDesk desk);
}

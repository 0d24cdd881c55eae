using Keel.Domain.Markets;

namespace Keel.Trading.Exchange;

/// <summary>How many ticks a fill of a market or stop order is worse than the price that was there.</summary>
public abstract class SlippageRule
{
    /// <summary>The ticks for a fill inside a bar.</summary>
    public abstract long Ticks(in Bar bar);

    /// <summary>A bar has passed without anything to fill, for rules that measure the market.</summary>
    public virtual void Watch(in Bar bar) { }

    /// <summary>Whether the rule wants to see every bar.</summary>
    public virtual bool Watches => false;

    /// <summary>Always the same.</summary>
    public static SlippageRule Fixed(int ticks) => new Same(ticks);

    private sealed class Same(int ticks) : SlippageRule
    {
        public override long Ticks(in Bar bar) => ticks;
    }
}

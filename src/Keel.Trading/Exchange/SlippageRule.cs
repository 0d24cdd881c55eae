using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Exchange.Slippage;

namespace Keel.Trading.Exchange;

/// <summary>How many ticks a fill of a market or stop order is worse than the price that was there.</summary>
public abstract class SlippageRule
{
    /// <summary>The ticks for a fill at an instant; on bars, the opening time of the bar.</summary>
    public abstract long Ticks(Timestamp at);

    /// <summary>Whether the rule wants to see every bar.</summary>
    public virtual bool Watches => false;

    /// <summary>A bar has passed, for rules that measure the market.</summary>
    public virtual void Watch(in Bar bar) { }

    /// <summary>The market is quoted, for rules that measure the market.</summary>
    public virtual void Watch(in Quote quote) { }

    /// <summary>Always the same.</summary>
    public static SlippageRule Fixed(int ticks) => new FixedSlippage(ticks);

    /// <summary>By how much trades at the hour: regular hours, or any other.</summary>
    public static SlippageRule BySession(ITradingHours hours, int regular = 1, int extended = 2) =>
        new SessionSlippage(hours, regular, extended);

    /// <summary>By how wild the market is: the average true range of one-minute bars against its own average.</summary>
    public static SlippageRule ByRange(Span barLength, int normal = 1, int high = 2, int highest = 4) =>
        new RangeSlippage(barLength, normal, high, highest);

    /// <summary>Half the quoted spread, rounded up; so many ticks before there is a quote.</summary>
    public static SlippageRule BySpread(int unquoted = 1) => new SpreadSlippage(unquoted);

    /// <summary>More around announced events.</summary>
    public static SlippageRule AroundEvents(IReadOnlyList<SlippageEvent> events, int otherwise = 0) =>
        new EventSlippage(events, otherwise);

    /// <summary>The largest of several.</summary>
    public static SlippageRule Largest(params IReadOnlyList<SlippageRule> rules) => new LargestSlippage(rules);
}

using Keel.Domain;

namespace Keel.Data.Synthetic;

/// <summary>The best prices from an instant on.</summary>
public readonly record struct QuoteChange(Timestamp Time, Price Bid, Price Ask)
{
    /// <summary>The middle between bid and offer, in half ticks.</summary>
    public long MidInHalfTicks => Bid.InTicks + Ask.InTicks;
}

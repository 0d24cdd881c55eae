using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>The prices between which the exchange lets orders trade.</summary>
internal readonly record struct PriceBand(long Lower, long Upper)
{
    /// <summary>Every price.</summary>
    public static PriceBand None => new(long.MinValue, long.MaxValue);

    /// <summary>Whether an order may be priced there.</summary>
    public bool Holds(long price) => price >= Lower && price <= Upper;

    /// <summary>Whether a market that moved between two prices was locked against a side: at limit-down there is nobody to sell to.</summary>
    public bool IsLocked(Side side, long low, long high) => side == Side.Long ? low >= Upper : high <= Lower;

    /// <summary>The price, or the limit when it lies beyond.</summary>
    public long Within(long price) => Math.Clamp(price, Lower, Upper);
}

using Keel.Trading.Orders;

namespace Keel.Trading.Setup;

/// <summary>With which order a position is entered.</summary>
/// <param name="Type">Market, or limit.</param>
/// <param name="Through">How many ticks through the market a limit is priced; 0 at the last price.</param>
public sealed record EntryOrders(OrderType Type, int Through)
{
    /// <summary>At the market.</summary>
    public static EntryOrders AtMarket { get; } = new(OrderType.Market, 0);
}

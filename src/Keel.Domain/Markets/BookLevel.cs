namespace Keel.Domain.Markets;

/// <summary>One price level of a book: the price, the lots that rest there, the number of orders where it is told (0 where not).</summary>
public readonly record struct BookLevel(Price Price, Quantity Size, int Orders = 0)
{
    /// <summary>How many orders make up the level; 0 where it is not told, never below.</summary>
    public int Orders
    {
        get;
        init => field = NotNegative(value);
    } = NotNegative(Orders);

    private static int NotNegative(int orders) =>
        orders >= 0
            ? orders
            : throw new ArgumentOutOfRangeException(nameof(orders), orders, "a level has no fewer than 0 orders");
}

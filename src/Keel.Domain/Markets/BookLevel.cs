namespace Keel.Domain.Markets;

/// <summary>One price level of a book: the price, the lots that rest there, the number of orders where it is told (0 where not).</summary>
public readonly record struct BookLevel(Price Price, Quantity Size, int Orders = 0);

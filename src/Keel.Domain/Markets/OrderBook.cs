namespace Keel.Domain.Markets;

/// <summary>The resting orders by price, best first on each side; levels are replaced in place, so that following a market allocates nothing.</summary>
public sealed class OrderBook
{
    private readonly BookLevel[] bids;
    private readonly BookLevel[] asks;
    private int bidCount;
    private int askCount;

    /// <summary>An empty book that holds up to so many levels a side; deeper ones fall off.</summary>
    public OrderBook(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        bids = new BookLevel[depth];
        asks = new BookLevel[depth];
    }

    /// <summary>When the book last changed.</summary>
    public Timestamp Time { get; private set; }

    /// <summary>How many levels a side can be held.</summary>
    public int Depth => bids.Length;

    /// <summary>Buyers, the highest price first.</summary>
    public ReadOnlySpan<BookLevel> Bids => bids.AsSpan(0, bidCount);

    /// <summary>Sellers, the lowest price first.</summary>
    public ReadOnlySpan<BookLevel> Asks => asks.AsSpan(0, askCount);

    /// <summary>Sets what rests at a buyer's price; zero lots remove the level.</summary>
    public void SetBid(Timestamp time, BookLevel level)
    {
        Time = time;
        Set(bids, ref bidCount, level, descending: true);
    }

    /// <summary>Sets what rests at a seller's price; zero lots remove the level.</summary>
    public void SetAsk(Timestamp time, BookLevel level)
    {
        Time = time;
        Set(asks, ref askCount, level, descending: false);
    }

    /// <summary>Takes all levels away.</summary>
    public void Clear(Timestamp time)
    {
        Time = time;
        bidCount = 0;
        askCount = 0;
    }

    private static void Set(BookLevel[] side, ref int count, BookLevel level, bool descending)
    {
        var at = 0;
        while (at < count && (descending ? side[at].Price > level.Price : side[at].Price < level.Price))
        {
            at++;
        }

        var exists = at < count && side[at].Price == level.Price;
        if (level.Size.IsZero)
        {
            if (exists)
            {
                Array.Copy(side, at + 1, side, at, count - at - 1);
                count--;
            }
        }
        else if (exists)
        {
            side[at] = level;
        }
        else if (at < side.Length)
        {
            var moved = Math.Min(count, side.Length - 1) - at;
            Array.Copy(side, at, side, at + 1, moved);
            side[at] = level;
            count = Math.Min(count + 1, side.Length);
        }
    }
}

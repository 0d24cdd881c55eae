using Keel.Domain.Markets;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>
/// One side of the market as last shown, best price first, less what our own orders have taken from it since. Beyond the deepest level shown
/// every further tick is assumed to hold as much as that level.
/// </summary>
internal sealed class MarketDepth(Side restingSide)
{
    private readonly long[] prices = new long[10];
    private readonly long[] sizes = new long[10];
    private int count;
    private long deepest;

    /// <summary>Whether anybody is there.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>The best price.</summary>
    public long Best => prices[0];

    /// <summary>Lots at the best price.</summary>
    public long BestSize => sizes[0];

    /// <summary>Only the touch is shown.</summary>
    public void Show(long price, long size)
    {
        (prices[0], sizes[0], deepest, count) = (price, size, size, size > 0 ? 1 : 0);
    }

    /// <summary>A side of a book is shown.</summary>
    public void Show(ReadOnlySpan<BookLevel> levels)
    {
        count = Math.Min(levels.Length, prices.Length);
        for (var i = 0; i < count; i++)
        {
            (prices[i], sizes[i]) = (levels[i].Price.InTicks, levels[i].Size.Lots);
            deepest = sizes[i];
        }
    }

    /// <summary>The lots at a price; null when the level lies deeper than what is shown.</summary>
    public long? SizeAt(long price)
    {
        for (var i = 0; i < count; i++)
        {
            if (prices[i] == price)
            {
                return sizes[i];
            }
        }

        var isInside = count > 0 && (int)restingSide * (price - prices[count - 1]) > 0;
        return isInside ? 0 : null;
    }

    /// <summary>Takes lots from the best level.</summary>
    public void Take(long lots)
    {
        sizes[0] -= lots;
        if (sizes[0] > 0)
        {
            return;
        }

        if (count == 1)
        {
            (prices[0], sizes[0]) = (prices[0] - (int)restingSide, deepest);
            return;
        }

        count--;
        Array.Copy(prices, 1, prices, 0, count);
        Array.Copy(sizes, 1, sizes, 0, count);
    }
}

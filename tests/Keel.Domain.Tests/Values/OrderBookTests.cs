using FsCheck;
using FsCheck.Fluent;
using Keel.Domain.Markets;

namespace Keel.Domain.Tests.Values;

public sealed class OrderBookTests
{
    private enum Side
    {
        Bid,
        Ask,
        Clear,
    }

    [Fact]
    public void The_book_agrees_with_a_slow_and_obvious_one_after_every_change() =>
        Property.Holds(
            Gen.Zip(Gen.Choose(1, 5), Changes().ListOf()),
            game =>
            {
                var (depth, changes) = game;
                var book = new OrderBook(depth);
                var (bids, asks) = (new List<BookLevel>(), new List<BookLevel>());
                var time = 0L;
                foreach (var (side, level) in changes)
                {
                    time++;
                    Apply(book, new Timestamp(time), side, level);
                    switch (side)
                    {
                        case Side.Bid:
                            bids = Obvious(bids, level, depth, best => -best.Price.InTicks);
                            break;
                        case Side.Ask:
                            asks = Obvious(asks, level, depth, best => best.Price.InTicks);
                            break;
                        default:
                            (bids, asks) = ([], []);
                            break;
                    }

                    if (
                        !book.Bids.SequenceEqual(bids.ToArray())
                        || !book.Asks.SequenceEqual(asks.ToArray())
                        || book.Time != new Timestamp(time)
                    )
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    [Fact]
    public void Following_a_market_allocates_nothing()
    {
        var book = new OrderBook(10);
        Assert.Equal(0, Allocation.Least(() => Follow(book)));
    }

    [Fact]
    public void A_book_holds_at_least_one_level() => Assert.Throws<ArgumentOutOfRangeException>(() => new OrderBook(0));

    private static Gen<(Side Side, BookLevel Level)> Changes() =>
        from side in Gen.Frequency((10, Gen.Constant(Side.Bid)), (10, Gen.Constant(Side.Ask)), (1, Gen.Constant(Side.Clear)))
        from price in Gen.Choose(-4, 4)
        from size in Gen.Choose(0, 3)
        from orders in Gen.Choose(0, 2)
        select (side, new BookLevel(new Price(price), new Quantity(size), orders));

    private static List<BookLevel> Obvious(List<BookLevel> side, BookLevel level, int depth, Func<BookLevel, long> bestFirst) =>
        [
            .. side.Where(other => other.Price != level.Price)
                .Concat(level.Size.IsZero ? [] : [level])
                .OrderBy(bestFirst)
                .Take(depth),
        ];

    private static void Apply(OrderBook book, Timestamp time, Side side, BookLevel level)
    {
        switch (side)
        {
            case Side.Bid:
                book.SetBid(time, level);
                break;
            case Side.Ask:
                book.SetAsk(time, level);
                break;
            default:
                book.Clear(time);
                break;
        }
    }

    private static void Follow(OrderBook book)
    {
        for (var i = 0; i < 10_000; i++)
        {
            var level = new BookLevel(new Price(i * 7 % 31), new Quantity(i % 3));
            book.SetBid(new Timestamp(i), level);
            book.SetAsk(new Timestamp(i), level);
        }
    }
}

using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Tests.Exchange;

/// <summary>A generated order that remembers what filled and judges each fill.</summary>
internal sealed class AnyOrder
{
    public required long Id { get; init; }

    public required string Text { get; init; }

    public required Side Side { get; init; }

    public required int Lots { get; init; }

    public long? Limit { get; init; }

    public long? Stop { get; init; }

    public long Group { get; init; }

    public int Filled { get; private set; }

    /// <summary>One order of any kind, or two legs of a group.</summary>
    public static IEnumerable<AnyOrder> Some(Random random, ref long nextId, long price)
    {
        var isPair = random.Next(3) == 0;
        var group = isPair ? nextId : 0;
        var lots = random.Next(1, 8);
        List<AnyOrder> made = [];
        for (var i = 0; i < (isPair ? 2 : 1); i++)
        {
            made.Add(One(random, nextId++, lots, price, group));
        }

        return made;
    }

    /// <summary>Throws when a fill breaks a promise.</summary>
    public void Judge(in VenueReport fill)
    {
        var isFirst = Filled == 0;
        Filled += fill.Lots;
        Assert.True(fill.Lots > 0 && Filled <= Lots, $"{Text}: {Filled} lots filled");
        Assert.True(fill.Slippage >= 0, $"{Text}: slippage {fill.Slippage}");
        Assert.True(
            Limit is not { } limit || (int)Side * (limit - fill.Price) >= 0,
            $"{Text} filled at {fill.Price}, beyond its limit"
        );
        // Where a trailing stop stands is not told, and the rest of a triggered stop is a market order.
        var hasStop = Stop is not null && Limit is null && !Text.Contains("trail", StringComparison.Ordinal) && isFirst;
        Assert.True(!hasStop || (int)Side * (fill.Price - Stop) >= 0, $"{Text} filled at {fill.Price}, better than its stop");
    }

    private static AnyOrder One(Random random, long id, int lots, long price, long group)
    {
        var side = random.Next(2) == 0 ? Side.Long : Side.Short;
        var sign = (int)side;
        var far = random.Next(-2, 9);
        var (limit, stop) = (price - (sign * far), price + (sign * far));
        var head = $"{id} {(side == Side.Long ? "buy" : "sell")} {lots}";
        var tail = group != 0 ? $" group {group}" : "";
        return random.Next(5) switch
        {
            0 => new AnyOrder
            {
                Id = id,
                Side = side,
                Lots = lots,
                Group = group,
                Text = $"{head} market{(random.Next(3) == 0 ? " ioc" : "")}{tail}",
            },
            1 => new AnyOrder
            {
                Id = id,
                Side = side,
                Lots = lots,
                Group = group,
                Limit = limit,
                Text = $"{head} limit {limit}{(random.Next(4) == 0 ? " ioc" : "")}{tail}",
            },
            2 => new AnyOrder
            {
                Id = id,
                Side = side,
                Lots = lots,
                Group = group,
                Stop = stop,
                Text = $"{head} stop {stop}{tail}",
            },
            3 => new AnyOrder
            {
                Id = id,
                Side = side,
                Lots = lots,
                Group = group,
                Stop = stop,
                Limit = stop + sign,
                Text = $"{head} stoplimit {stop} {stop + sign}{tail}",
            },
            _ => new AnyOrder
            {
                Id = id,
                Side = side,
                Lots = lots,
                Group = group,
                Stop = stop,
                Text = $"{head} trail {stop} by {random.Next(1, 8)}{tail}",
            },
        };
    }
}

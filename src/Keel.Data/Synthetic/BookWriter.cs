using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Synthetic;

/// <summary>Lays ten levels a side around the quotes, and keeps only what changes from one instant to the next.</summary>
internal struct BookWriter : IMarketSink
{
    /// <summary>Levels a side.</summary>
    public const int Depth = 10;

    // Resting lots are renewed every few seconds, level by level, so that a book flickers instead of jumping as a whole.
    private const int SecondsPerRenewal = 4;
    private const double MeanLots = 24;
    private const double LotsPerPressure = 0.15;

    private readonly List<BookChange> into;
    private readonly ulong seed;
    private readonly (int Price, int Lots)[] bids = new (int, int)[Depth];
    private readonly (int Price, int Lots)[] asks = new (int, int)[Depth];
    private bool isOpen;

    public BookWriter(List<BookChange> into, ulong seed)
    {
        this.into = into;
        this.seed = seed;
    }

    public void Quote(long time, int bid, int ask, double pressure)
    {
        var before = into.Count;
        var second = time / Timestamp.NanosecondsPerSecond;
        var lean = Math.Clamp(pressure * LotsPerPressure, -0.5, 0.5);

        // Levels that are gone go first, so that a book which follows is never crossed by what it still remembers.
        Drop(bids, time, isBid: true, worst: bid - Depth + 1, best: bid);
        Drop(asks, time, isBid: false, worst: ask + Depth - 1, best: ask);
        for (var level = 0; level < Depth; level++)
        {
            Rest(bids, time, second, isBid: true, bid - level, level, 1 + lean);
            Rest(asks, time, second, isBid: false, ask + level, level, 1 - lean);
        }

        if (into.Count > before)
        {
            into[^1] = into[^1] with { IsLast = true };
        }

        isOpen = true;
    }

    public readonly void Trade(long time, int price, int lots, bool isBuy) { }

    public readonly void EndSecond(long openTime) { }

    public void Halt(long time)
    {
        if (isOpen)
        {
            Drop(bids, time, isBid: true, int.MaxValue, int.MaxValue);
            Drop(asks, time, isBid: false, int.MaxValue, int.MaxValue);
            into[^1] = into[^1] with { IsLast = true };
            isOpen = false;
        }
    }

    private readonly void Drop((int Price, int Lots)[] side, long time, bool isBid, int worst, int best)
    {
        var (from, to) = worst < best ? (worst, best) : (best, worst);
        for (var i = 0; i < Depth; i++)
        {
            var (price, lots) = side[i];
            if (lots > 0 && (price < from || price > to))
            {
                into.Add(Change(time, isBid, price, 0));
                side[i] = default;
            }
        }
    }

    private readonly void Rest(
        (int Price, int Lots)[] side,
        long time,
        long second,
        bool isBid,
        int price,
        int level,
        double lean
    )
    {
        unchecked
        {
            // A price keeps its place in the ring while it is among the ten.
            ref var place = ref side[(int)((uint)price % Depth)];
            var key = seed ^ ((ulong)(uint)price << 1) ^ (isBid ? 1UL : 0UL);
            var phase = SplitMix64.Mix(key);
            var epoch = (ulong)(second + (long)(phase % SecondsPerRenewal)) / SecondsPerRenewal;
            if (place.Lots > 0 && (phase + (ulong)second) % SecondsPerRenewal != 0 && level > 0)
            {
                return;
            }

            var dice = SplitMix64.Mix(key ^ (epoch << 20));
            var mean = MeanLots * (1 + (0.25 * Math.Min(level, 4))) * (level == 0 ? lean : 1);
            var lots = 1 + (int)(mean * (0.5 + (0.5 * ExponentialTable.At(dice))));
            if (place.Lots != lots)
            {
                place = (price, lots);
                into.Add(Change(time, isBid, price, lots));
            }
        }
    }

    private readonly BookChange Change(long time, bool isBid, int price, int lots) =>
        new(
            new Timestamp(time),
            isBid,
            new BookLevel(new Price(price), new Quantity(lots), (lots + 2) / 3),
            IsSnapshot: !isOpen,
            IsLast: false
        );
}

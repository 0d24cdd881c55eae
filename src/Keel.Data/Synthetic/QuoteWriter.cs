using Keel.Domain;

namespace Keel.Data.Synthetic;

/// <summary>Keeps the best prices, one entry for each change.</summary>
internal struct QuoteWriter(List<QuoteChange> into) : IMarketSink
{
    private int lastBid;
    private int lastAsk;

    public void Quote(long time, int bid, int ask, double pressure)
    {
        if (bid != lastBid || ask != lastAsk)
        {
            into.Add(new QuoteChange(new Timestamp(time), new Price(bid), new Price(ask)));
            (lastBid, lastAsk) = (bid, ask);
        }
    }

    public readonly void Trade(long time, int price, int lots, bool isBuy) { }

    public readonly void EndSecond(long openTime) { }

    public void Halt(long time) => (lastBid, lastAsk) = (0, 0);
}

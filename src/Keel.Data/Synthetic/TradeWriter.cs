using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Synthetic;

/// <summary>Keeps every trade.</summary>
internal readonly struct TradeWriter(List<Trade> into) : IMarketSink
{
    public void Quote(long time, int bid, int ask, double pressure) { }

    public void Trade(long time, int price, int lots, bool isBuy) =>
        into.Add(
            new Trade(new Timestamp(time), new Price(price), new Quantity(lots), isBuy ? Aggressor.Buyer : Aggressor.Seller)
        );

    public void EndSecond(long openTime) { }

    public void Halt(long time) { }
}

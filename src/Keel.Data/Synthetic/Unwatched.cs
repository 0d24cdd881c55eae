namespace Keel.Data.Synthetic;

/// <summary>Nobody watches: the day is walked for the state it leaves.</summary>
internal readonly struct Unwatched : IMarketSink
{
    public void Quote(long time, int bid, int ask, double pressure) { }

    public void Trade(long time, int price, int lots, bool isBuy) { }

    public void EndSecond(long openTime) { }

    public void Halt(long time) { }
}

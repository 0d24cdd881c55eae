namespace Keel.Data.Synthetic;

/// <summary>One who watches the synthetic market go by; every schema is a different watcher of the same path.</summary>
internal interface IMarketSink
{
    /// <summary>The best prices at an instant, told before each trade and at the end of each second.</summary>
    void Quote(long time, int bid, int ask, double pressure);

    /// <summary>One trade.</summary>
    void Trade(long time, int price, int lots, bool isBuy);

    /// <summary>A second is over; told for every second of the session that is not halted.</summary>
    void EndSecond(long openTime);

    /// <summary>Trading has stopped until the next quote.</summary>
    void Halt(long time);
}

using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Synthetic;

/// <summary>Makes a bar of every stretch of so many seconds that traded, from the trades that go by.</summary>
internal struct BarWriter(Bar[] into, long length) : IMarketSink
{
    private int open;
    private int high;
    private int low;
    private int close;
    private long volume;
    private long from = long.MinValue;

    /// <summary>How many bars were finished.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Quote(long time, int bid, int ask, double pressure) { }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Trade(long time, int price, int lots, bool isBuy)
    {
        if (volume == 0)
        {
            (open, high, low) = (price, price, price);
        }

        high = Math.Max(high, price);
        low = Math.Min(low, price);
        close = price;
        volume = unchecked(volume + lots);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndSecond(long openTime)
    {
        if (from == long.MinValue)
        {
            from = openTime - (openTime % length);
        }

        if (openTime + Timestamp.NanosecondsPerSecond >= from + length)
        {
            Finish(openTime);
        }
    }

    // A halt that begins inside a minute leaves a bar of what had traded; a minute halted throughout leaves none.
    public void Halt(long time) => EndSecond(time);

    private void Finish(long openTime)
    {
        if (volume > 0)
        {
            into[Count++] = new Bar(from, open, high, low, close, volume);
            volume = 0;
        }

        from = openTime + Timestamp.NanosecondsPerSecond;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Keel.Domain.Markets;

/// <summary>What traded in one stretch of time: stamped with its opening time, prices in ticks, volume in lots. Thirty-two bytes, so that two fit a cache line.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Bar
{
    private readonly long openTime;
    private readonly int open;
    private readonly int high;
    private readonly int low;
    private readonly int close;
    private readonly long volume;

    /// <summary>A bar; throws when high is not the highest, low not the lowest, or a price in ticks needs more than 32 bits.</summary>
    public Bar(Timestamp openTime, Price open, Price high, Price low, Price close, Quantity volume)
        : this(
            openTime.UnixNanoseconds,
            checked((int)open.InTicks),
            checked((int)high.InTicks),
            checked((int)low.InTicks),
            checked((int)close.InTicks),
            volume.Lots
        )
    {
        if (!Holds(this.open, this.high, this.low, this.close))
        {
            throw new ArgumentException($"not a bar: open {open}, high {high}, low {low}, close {close}");
        }
    }

    /// <summary>Skips the checks: for readers of data that were checked when written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Bar(
        [Trusted] long openTime,
        [Trusted] int open,
        [Trusted] int high,
        [Trusted] int low,
        [Trusted] int close,
        [Trusted] long volume
    )
    {
        this.openTime = openTime;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    /// <summary>When the bar begins.</summary>
    public Timestamp OpenTime => new(openTime);

    /// <summary>The first price.</summary>
    public Price Open => new(open);

    /// <summary>The highest price.</summary>
    public Price High => new(high);

    /// <summary>The lowest price.</summary>
    public Price Low => new(low);

    /// <summary>The last price.</summary>
    public Price Close => new(close);

    /// <summary>How many lots traded.</summary>
    public Quantity Volume => new(volume);

    /// <summary>Whether four prices, in ticks, can be those of one bar.</summary>
    public static bool Holds(int open, int high, int low, int close) =>
        high >= open && high >= close && low <= open && low <= close;
}

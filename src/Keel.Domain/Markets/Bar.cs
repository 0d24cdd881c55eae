using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Keel.Domain.Markets;

/// <summary>
/// What traded in one stretch of time: stamped with its opening time, which is a whole second from 1970 to 2106; prices in ticks (each within
/// an <see cref="int"/>), volume in lots (up to 4.29 billion). Twenty-four bytes, since reading bars from memory costs what their bytes cost.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Bar
{
    private readonly uint openSecond;
    private readonly int open;
    private readonly int high;
    private readonly int low;
    private readonly int close;
    private readonly uint volume;

    /// <summary>A bar; throws when high is not the highest or low not the lowest price, when a price or the volume is out of range, or the time no whole second.</summary>
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

        if (OpenTime != openTime || this.volume != volume.Lots)
        {
            throw new ArgumentException($"not a bar: opens at {openTime} with volume {volume}");
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
        openSecond = unchecked((uint)(openTime / Timestamp.NanosecondsPerSecond));
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = unchecked((uint)volume);
    }

    /// <summary>The greatest volume that a bar can hold.</summary>
    public const long MaxVolume = uint.MaxValue;

    /// <summary>The latest instant at which a bar can open.</summary>
    public static Timestamp LastOpenTime => Timestamp.FromUnixSeconds(uint.MaxValue);

    /// <summary>When the bar begins.</summary>
    public Timestamp OpenTime => new(openSecond * Timestamp.NanosecondsPerSecond);

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

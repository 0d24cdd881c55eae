using Keel.Domain.Markets;

namespace Keel.Data.Shape;

/// <summary>One minute of a column: its bar, or the price carried on from the minute before.</summary>
internal readonly record struct MinuteRow(
    int Day,
    int Minute,
    int Segment,
    bool Traded,
    long Open,
    long High,
    long Low,
    long Close,
    long Volume
)
{
    public MinuteRow(int day, int minute, in Bar bar)
        : this(
            day,
            minute,
            0,
            Traded: true,
            bar.Open.InTicks,
            bar.High.InTicks,
            bar.Low.InTicks,
            bar.Close.InTicks,
            bar.Volume.Lots
        ) { }

    public int HalfHour => Minute / 30;

    public long Range => High - Low;

    public static MinuteRow Carried(int day, int minute, long price) =>
        new(day, minute, 0, Traded: false, price, price, price, price, 0);
}

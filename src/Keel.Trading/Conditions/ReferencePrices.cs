using Keel.Domain;
using Keel.Domain.Instruments.Limits;

namespace Keel.Trading.Conditions;

/// <summary>The prices from which the exchange counts its limits, taken from the bars themselves: the last before 16:00 New York, of the day before and of today.</summary>
/// <remarks>The exchange takes the volume-weighted price of the half minute before; the last close differs from it by a few ticks.</remarks>
public sealed class ReferencePrices
{
    private const int Settles = 16 * 60;
    private const int DayBegins = 18 * 60;
    private int day = int.MinValue;
    private int minute;
    private long? before;
    private long? today;

    /// <summary>Takes a close in ticks, its trading day, and the minute of New York's day in which its bar began.</summary>
    public void Update(long close, int day, int minute)
    {
        if (day != this.day)
        {
            (before, today, this.day) = (today ?? before, null, day);
        }

        this.minute = minute;
        if (minute is < Settles or >= DayBegins)
        {
            today = close;
        }
    }

    /// <summary>The references of a trading day; null while no earlier day has been seen.</summary>
    public LimitReference? At(int day)
    {
        var settled = day == this.day ? before : today ?? before;
        if (settled is not { } price)
        {
            return null;
        }

        var isAfternoon = day == this.day && minute is >= Settles - 1 and < DayBegins;
        return new LimitReference(new Price(price), isAfternoon && today is { } now ? new Price(now) : null);
    }
}

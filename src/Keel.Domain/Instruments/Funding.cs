using System.Globalization;

namespace Keel.Domain.Instruments;

/// <summary>When the holders of a perpetual pay each other: every so many hours from midnight UTC, without pause, or unknown.</summary>
public readonly record struct Funding
{
    private readonly int hours;

    private Funding(int hours) => this.hours = hours;

    /// <summary>Not known; also what a value never set says.</summary>
    public static Funding Unknown => default;

    /// <summary>Accrued at every instant (Deribit).</summary>
    public static Funding Continuous => new(-1);

    /// <summary>Whether nothing is known.</summary>
    public bool IsUnknown => hours == 0;

    /// <summary>Whether it accrues at every instant.</summary>
    public bool IsContinuous => hours == -1;

    /// <summary>Hours from payment to payment; null when continuous or unknown.</summary>
    public int? Hours => hours > 0 ? hours : null;

    /// <summary>Every so many hours, counted from midnight UTC; throws unless they divide a day.</summary>
    public static Funding Every(int hours) =>
        hours is > 0 and <= 24 && 24 % hours == 0
            ? new Funding(hours)
            : throw new ArgumentOutOfRangeException(nameof(hours), hours, "funding hours divide a day");

    /// <summary>The first payment after an instant; null when continuous or unknown.</summary>
    public Timestamp? NextAfter(Timestamp instant)
    {
        if (hours <= 0)
        {
            return null;
        }

        var interval = Span.FromHours(hours).Nanoseconds;
        var sinceLast = ((instant.UnixNanoseconds % interval) + interval) % interval;
        return instant + new Span(interval - sinceLast);
    }

    /// <summary>In words: <c>every 8 h</c>.</summary>
    public override string ToString() =>
        hours switch
        {
            0 => "unknown",
            -1 => "continuous",
            _ => string.Create(CultureInfo.InvariantCulture, $"every {hours} h"),
        };
}

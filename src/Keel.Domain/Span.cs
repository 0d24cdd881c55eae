using System.Globalization;

namespace Keel.Domain;

/// <summary>A length of time in whole nanoseconds; may be negative.</summary>
public readonly record struct Span(long Nanoseconds) : IComparable<Span>
{
    /// <summary>No time at all.</summary>
    public static Span Zero => default;

    /// <summary>So many seconds.</summary>
    public static Span FromSeconds(long seconds) => new(seconds * Timestamp.NanosecondsPerSecond);

    /// <summary>So many minutes.</summary>
    public static Span FromMinutes(long minutes) => FromSeconds(minutes * 60);

    /// <summary>So many hours.</summary>
    public static Span FromHours(long hours) => FromSeconds(hours * 3600);

    /// <summary>The length in seconds, fractions included.</summary>
    public double TotalSeconds => Nanoseconds / (double)Timestamp.NanosecondsPerSecond;

    /// <summary>The length in minutes, fractions included.</summary>
    public double TotalMinutes => TotalSeconds / 60;

    /// <inheritdoc />
    public int CompareTo(Span other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The sum of two lengths.</summary>
    public static Span operator +(Span left, Span right) => new(left.Nanoseconds + right.Nanoseconds);

    /// <summary>The difference of two lengths.</summary>
    public static Span operator -(Span left, Span right) => new(left.Nanoseconds - right.Nanoseconds);

    /// <summary>So many times the length.</summary>
    public static Span operator *(Span length, long times) => new(length.Nanoseconds * times);

    /// <summary>Whether the left length is shorter.</summary>
    public static bool operator <(Span left, Span right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Whether the left length is longer.</summary>
    public static bool operator >(Span left, Span right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Whether the left length is not longer.</summary>
    public static bool operator <=(Span left, Span right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Whether the left length is not shorter.</summary>
    public static bool operator >=(Span left, Span right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The length in seconds, such as <c>90s</c>.</summary>
    public override string ToString() =>
        (Nanoseconds / (decimal)Timestamp.NanosecondsPerSecond).ToString("0.#########", CultureInfo.InvariantCulture) + "s";
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Keel.Domain;

/// <summary>An instant on the UTC time line, in whole nanoseconds since 1970; reaches from 1677 to 2262.</summary>
public readonly record struct Timestamp(long UnixNanoseconds) : IComparable<Timestamp>
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    private static readonly InstantPattern Iso = InstantPattern.ExtendedIso;

    /// <summary>The earliest instant that can be held.</summary>
    public static Timestamp MinValue => new(long.MinValue);

    /// <summary>The latest instant that can be held.</summary>
    public static Timestamp MaxValue => new(long.MaxValue);

    /// <summary>The instant so many whole seconds after 1970.</summary>
    public static Timestamp FromUnixSeconds(long seconds) => new(seconds * NanosecondsPerSecond);

    /// <summary>The same instant as NodaTime has it.</summary>
    public static Timestamp FromInstant(Instant instant) =>
        new(checked((long)(instant - NodaConstants.UnixEpoch).ToInt128Nanoseconds()));

    /// <summary>Reads ISO-8601 in UTC such as <c>2025-11-28T18:10:00Z</c>; false when it is anything else.</summary>
    public static bool TryParse(string text, out Timestamp timestamp)
    {
        var parsed = Iso.Parse(text);
        var inRange = parsed.Success && parsed.Value >= MinValue.ToInstant() && parsed.Value <= MaxValue.ToInstant();
        timestamp = inRange ? FromInstant(parsed.Value) : default;
        return inRange;
    }

    /// <summary>Reads ISO-8601 in UTC; throws when it is anything else.</summary>
    public static Timestamp Parse(string text) =>
        TryParse(text, out var timestamp)
            ? timestamp
            : throw new FormatException($"'{text}' is not an instant in UTC: write it like 2025-11-28T18:10:00Z");

    /// <summary>The same instant as NodaTime has it.</summary>
    public Instant ToInstant() => NodaConstants.UnixEpoch + Duration.FromNanoseconds(UnixNanoseconds);

    /// <inheritdoc />
    public int CompareTo(Timestamp other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    /// <summary>A length of time later.</summary>
    public static Timestamp operator +(Timestamp left, Span right) => new(left.UnixNanoseconds + right.Nanoseconds);

    /// <summary>A length of time earlier.</summary>
    public static Timestamp operator -(Timestamp left, Span right) => new(left.UnixNanoseconds - right.Nanoseconds);

    /// <summary>The length of time between two instants.</summary>
    public static Span operator -(Timestamp left, Timestamp right) => new(left.UnixNanoseconds - right.UnixNanoseconds);

    /// <summary>Whether the left instant is earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.UnixNanoseconds < right.UnixNanoseconds;

    /// <summary>Whether the left instant is later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.UnixNanoseconds > right.UnixNanoseconds;

    /// <summary>Whether the left instant is not later.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.UnixNanoseconds <= right.UnixNanoseconds;

    /// <summary>Whether the left instant is not earlier.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.UnixNanoseconds >= right.UnixNanoseconds;

    /// <summary>ISO-8601 in UTC, with as many decimals of the second as are needed.</summary>
    public override string ToString() => Iso.Format(ToInstant());

    /// <summary>ISO-8601 in UTC with a fixed number of decimals of the second (0, 3, 6 or 9).</summary>
    public string ToString(int decimals) =>
        InstantPattern
            .Create(
                "uuuu'-'MM'-'dd'T'HH':'mm':'ss" + (decimals == 0 ? "" : "'.'" + new string('f', decimals)) + "'Z'",
                CultureInfo.InvariantCulture
            )
            .Format(ToInstant());
}

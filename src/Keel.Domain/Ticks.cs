namespace Keel.Domain;

/// <summary>A distance on the price axis, in whole ticks; may be negative.</summary>
public readonly record struct Ticks(long Count) : IComparable<Ticks>
{
    /// <inheritdoc />
    public int CompareTo(Ticks other) => Count.CompareTo(other.Count);

    /// <summary>The sum of two distances.</summary>
    public static Ticks operator +(Ticks left, Ticks right) => new(left.Count + right.Count);

    /// <summary>The difference of two distances.</summary>
    public static Ticks operator -(Ticks left, Ticks right) => new(left.Count - right.Count);

    /// <summary>The same distance the other way.</summary>
    public static Ticks operator -(Ticks distance) => new(-distance.Count);

    /// <summary>So many times the distance.</summary>
    public static Ticks operator *(Ticks distance, long times) => new(distance.Count * times);

    /// <summary>Whether the left distance is smaller.</summary>
    public static bool operator <(Ticks left, Ticks right) => left.Count < right.Count;

    /// <summary>Whether the left distance is greater.</summary>
    public static bool operator >(Ticks left, Ticks right) => left.Count > right.Count;

    /// <summary>Whether the left distance is not greater.</summary>
    public static bool operator <=(Ticks left, Ticks right) => left.Count <= right.Count;

    /// <summary>Whether the left distance is not smaller.</summary>
    public static bool operator >=(Ticks left, Ticks right) => left.Count >= right.Count;
}

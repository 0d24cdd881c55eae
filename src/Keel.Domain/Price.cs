using System.Globalization;

namespace Keel.Domain;

/// <summary>A point on the price axis, in whole ticks of its instrument; zero and below are ordinary prices.</summary>
public readonly record struct Price(long InTicks) : IComparable<Price>
{
    /// <inheritdoc />
    public int CompareTo(Price other) => InTicks.CompareTo(other.InTicks);

    /// <summary>A distance higher.</summary>
    public static Price operator +(Price price, Ticks distance) => new(price.InTicks + distance.Count);

    /// <summary>A distance lower.</summary>
    public static Price operator -(Price price, Ticks distance) => new(price.InTicks - distance.Count);

    /// <summary>The distance from the right price up to the left one.</summary>
    public static Ticks operator -(Price left, Price right) => new(left.InTicks - right.InTicks);

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(Price left, Price right) => left.InTicks < right.InTicks;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(Price left, Price right) => left.InTicks > right.InTicks;

    /// <summary>Whether the left price is not higher.</summary>
    public static bool operator <=(Price left, Price right) => left.InTicks <= right.InTicks;

    /// <summary>Whether the left price is not lower.</summary>
    public static bool operator >=(Price left, Price right) => left.InTicks >= right.InTicks;

    /// <summary>The number of ticks; an instrument's grid is needed to print points.</summary>
    public override string ToString() => InTicks.ToString(CultureInfo.InvariantCulture) + " ticks";
}

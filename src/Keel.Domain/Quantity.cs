using System.Globalization;

namespace Keel.Domain;

/// <summary>A number of lots: contracts of a future, lot steps of a perpetual; never negative.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>So many lots; throws below zero.</summary>
    public Quantity(long lots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lots);
        Lots = lots;
    }

    /// <summary>No lots.</summary>
    public static Quantity Zero => default;

    /// <summary>The number of lots.</summary>
    public long Lots { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsZero => Lots == 0;

    /// <inheritdoc />
    public int CompareTo(Quantity other) => Lots.CompareTo(other.Lots);

    /// <summary>The sum.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Lots + right.Lots);

    /// <summary>What is left; throws when more is taken than there is.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Lots - right.Lots);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Lots < right.Lots;

    /// <summary>Whether the left quantity is greater.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Lots > right.Lots;

    /// <summary>Whether the left quantity is not greater.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Lots <= right.Lots;

    /// <summary>Whether the left quantity is not smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Lots >= right.Lots;

    /// <summary>The number of lots.</summary>
    public override string ToString() => Lots.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Keel.Domain;

/// <summary>An amount in an instrument's currency, in whole hundred-millionths (a satoshi of a coin, 1e-8 of a dollar); may be negative.</summary>
public readonly record struct Money(long Units) : IComparable<Money>
{
    /// <summary>How many units make one whole: 1e8.</summary>
    public const long UnitsPerWhole = 100_000_000;

    private const long UnitsPerCent = UnitsPerWhole / 100;

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>So many cents.</summary>
    public static Money FromCents(long cents) => new(cents * UnitsPerCent);

    /// <summary>Exactly this amount; throws when it has more than eight decimals or is beyond 92 billion.</summary>
    public static Money From(decimal amount)
    {
        var units = amount * UnitsPerWhole;
        if (units != decimal.Truncate(units))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "money has at most eight decimals");
        }

        return new Money((long)units);
    }

    /// <summary>The amount in whole currency, exactly.</summary>
    public decimal Amount => Units / (decimal)UnitsPerWhole;

    /// <summary>The amount in cents, a half cent rounded away from zero.</summary>
    public long RoundedCents
    {
        get
        {
            var (cents, rest) = Math.DivRem(Units, UnitsPerCent);
            return Math.Abs(rest) * 2 < UnitsPerCent ? cents : cents + Math.Sign(rest);
        }
    }

    /// <inheritdoc />
    public int CompareTo(Money other) => Units.CompareTo(other.Units);

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Units + right.Units);

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Units - right.Units);

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money amount) => new(-amount.Units);

    /// <summary>So many times the amount.</summary>
    public static Money operator *(Money amount, long times) => new(amount.Units * times);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Units < right.Units;

    /// <summary>Whether the left amount is greater.</summary>
    public static bool operator >(Money left, Money right) => left.Units > right.Units;

    /// <summary>Whether the left amount is not greater.</summary>
    public static bool operator <=(Money left, Money right) => left.Units <= right.Units;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.Units >= right.Units;

    /// <summary>The amount with two decimals, more only where it has them.</summary>
    public override string ToString() => Amount.ToString("0.00######", CultureInfo.InvariantCulture);
}

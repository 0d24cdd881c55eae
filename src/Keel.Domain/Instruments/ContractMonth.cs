using System.Globalization;

namespace Keel.Domain.Instruments;

/// <summary>The month that gives a future its name, from 2000 to 2099 so that two digits say the year; not always the month in which it ends.</summary>
public readonly record struct ContractMonth : IComparable<ContractMonth>
{
    /// <summary>The first year that can be named.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that can be named.</summary>
    public const int LastYear = 2099;

    // Months since year 0; zero is a value never set.
    private readonly int index;

    /// <summary>The month of a year; throws outside 2000-2099 and 1-12.</summary>
    public ContractMonth(int year, int month)
    {
        if (!Exists(year, month))
        {
            throw new ArgumentOutOfRangeException(
                nameof(year),
                $"{year}-{month} is not a contract month: years are {FirstYear} to {LastYear}, months 1 to 12"
            );
        }

        index = (year * 12) + month - 1;
    }

    /// <summary>Whether it was never set.</summary>
    public bool IsNone => index == 0;

    /// <summary>The year, four digits; 0 when never set.</summary>
    public int Year => index / 12;

    /// <summary>The month, 1 to 12; 0 when never set.</summary>
    public int Month => IsNone ? 0 : (index % 12) + 1;

    /// <summary>The exchange's letter of the month: <c>Z</c> for December; a question mark when never set.</summary>
    public char Letter => IsNone ? '?' : MonthSet.Letters[Month - 1];

    /// <summary>Letter and two digits of the year: <c>Z25</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Year % 100:00}");

    /// <summary>Whether such a month can be named.</summary>
    public static bool Exists(int year, int month) => year is >= FirstYear and <= LastYear && month is >= 1 and <= 12;

    /// <summary>The month (1 to 12) of a letter; false for any other letter.</summary>
    public static bool TryMonthOf(char letter, out int month)
    {
        month = MonthSet.Letters.IndexOf(letter, StringComparison.Ordinal) + 1;
        return month > 0;
    }

    /// <summary>So many months later, or earlier when negative; throws outside 2000-2099.</summary>
    public ContractMonth Plus(int months) =>
        IsNone
            ? throw new InvalidOperationException("a contract month never set has no neighbours")
            : new ContractMonth((index + months) / 12, ((index + months) % 12) + 1);

    /// <inheritdoc />
    public int CompareTo(ContractMonth other) => index.CompareTo(other.index);

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(ContractMonth left, ContractMonth right) => left.index < right.index;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(ContractMonth left, ContractMonth right) => left.index > right.index;

    /// <summary>Whether the left month is not later.</summary>
    public static bool operator <=(ContractMonth left, ContractMonth right) => left.index <= right.index;

    /// <summary>Whether the left month is not earlier.</summary>
    public static bool operator >=(ContractMonth left, ContractMonth right) => left.index >= right.index;

    /// <summary>Year and month: <c>2025-12</c>.</summary>
    public override string ToString() => IsNone ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}

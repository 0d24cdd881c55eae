using Keel.Domain;

namespace Keel.Research.Performance;

/// <summary>Where a figure may not exist: null instead of NaN, infinity or a division by zero.</summary>
internal static class Ratio
{
    /// <summary>The value, or null when it is not a number one can print.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The quotient; null when the divisor is zero.</summary>
    public static double? Of(double value, double divisor) => divisor == 0 ? null : Finite(value / divisor);

    /// <summary>The quotient of two amounts; null when the divisor is zero.</summary>
    public static double? Of(Money value, Money divisor) => Of((double)value.Units, divisor.Units);

    /// <summary>The mean of so many; null of none.</summary>
    public static decimal? Mean(decimal sum, int count) => count == 0 ? null : sum / count;
}

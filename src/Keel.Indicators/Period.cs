using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Keel.Indicators;

/// <summary>How many inputs a measure looks back on: at least one, at most <see cref="Longest"/>.</summary>
internal static class Period
{
    /// <summary>A month and a half of seconds: windows stay within a few megabytes.</summary>
    public const int Longest = 1_000_000;

    /// <summary>The period itself; throws when it is out of range.</summary>
    public static int Checked(int period, [CallerArgumentExpression(nameof(period))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, Longest, name);
        return period;
    }

    /// <summary>Refuses the input of a measure that no constructor has seen.</summary>
    [DoesNotReturn]
    public static void IsMissing(string indicator) =>
        throw new InvalidOperationException($"an {indicator} without a period: default({indicator}) skips the constructor");
}

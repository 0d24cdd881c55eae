using System.Collections.Concurrent;
using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

/// <summary>The reference series of the tests, each made once, and the switch for the long ones.</summary>
internal static class ReferenceData
{
    /// <summary>Longer series are for long test runs only.</summary>
    public const int LongestByDefault = 1_000_000;

    private static readonly ConcurrentDictionary<(ulong Seed, int Bars), Lazy<ReferenceSeries>> Made = new();

    /// <summary>Whether long tests were asked for.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("KEEL_LONG") == "1";

    /// <summary>The series of a seed, kept for the other tests.</summary>
    public static ReferenceSeries Series(ulong seed, int bars)
    {
        SkipIfLong(bars);
        return Made.GetOrAdd(
            (seed, bars),
            key => new Lazy<ReferenceSeries>(() => ReferenceSeries.Generate(key.Seed, key.Bars))
        ).Value;
    }

    /// <summary>Skips a test whose series is too long for every day.</summary>
    public static void SkipIfLong(int bars) =>
        Assert.SkipUnless(Long || bars <= LongestByDefault, $"{bars} bars: set KEEL_LONG=1");
}

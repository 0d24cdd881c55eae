using System.Diagnostics;
using System.Runtime.CompilerServices;
using Keel.Domain;

namespace Keel.Research.Reference;

/// <summary>A loop that takes a quarter of a second on one machine and longer on another: speeds given as multiples of it can be compared.</summary>
public static class Yardstick
{
    /// <summary>What the loop must come to.</summary>
    public const ulong Expected = 0x3abb37356a706807;

    private const int Iterations = 1 << 28;

    /// <summary>Seconds that the loop takes now; throws when it comes to anything but what is expected.</summary>
    public static double Seconds()
    {
        var clock = Stopwatch.StartNew();
        var result = Run();
        var seconds = clock.Elapsed.TotalSeconds;
        return result == Expected ? seconds : throw new InvalidOperationException($"the yardstick came to {result:x16}");
    }

    /// <summary>The loop itself: 2^28 random numbers, each folded into the one before.</summary>
    // Compiled once and for good: a yardstick must not depend on how often it was used before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Run()
    {
        var random = new SplitMix64(1);
        var folded = 0UL;
        for (var i = 0; i < Iterations; i++)
        {
            folded ^= random.Next();
        }

        return folded;
    }
}

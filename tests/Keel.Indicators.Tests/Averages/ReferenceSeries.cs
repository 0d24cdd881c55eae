using System.Numerics;

namespace Keel.Indicators.Tests.Averages;

/// <summary>The closes of the reference jobs' first session, written after their rules.</summary>
internal static class ReferenceSeries
{
    private const int FirstSecond = 34_200;

    /// <summary>The first closes of a seed, in ticks; all within the first session.</summary>
    public static long[] Closes(ulong seed, int count)
    {
        var state = seed;
        var day = Next(ref state);
        var width = new[] { 2, 4, 4, 8 }[day & 3];
        var close = 20_000 + Bits(day, 8, 63) - Bits(day, 16, 63);
        var closes = new List<long>(count);
        for (var second = FirstSecond; closes.Count < count; second++)
        {
            var presence = Next(ref state);
            if (second != FirstSecond && (presence & 255) < 13)
            {
                continue;
            }

            var shape = Next(ref state);
            var gap = Bits(shape, 0, 31) switch
            {
                0 => -1L,
                1 => 1,
                _ => 0,
            };
            if (Bits(shape, 20, 4095) == 0)
            {
                gap += (1 + Bits(shape, 33, 15)) * (Bits(shape, 32, 1) == 1 ? 1 : -1);
            }

            close += gap + BitOperations.PopCount((ulong)Bits(shape, 8, (1 << width) - 1)) - (width / 2);
            closes.Add(close);
        }

        return [.. closes];
    }

    private static long Bits(ulong word, int from, int mask) => unchecked((long)(word >> from)) & mask;

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keel.Domain;

/// <summary>A small seeded generator (SplitMix64). It works in whole numbers, so that a seed gives the same market on every machine.</summary>
public struct SplitMix64
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    // 48 coin flips have variance 12, the sixteen bits that fill the gaps between whole counts add a twelfth.
    private const double NormalScale = 0.28767798089123053;

    private ulong state;

    /// <summary>A generator that starts at this seed.</summary>
    public SplitMix64(ulong seed) => state = seed;

    /// <summary>A generator for one purpose on one day, independent of all others of the same seed.</summary>
    public static SplitMix64 For(ulong seed, ulong day, ulong purpose) =>
        new(Mix(Mix(Mix(seed) ^ unchecked(day * GoldenGamma)) ^ unchecked(purpose * 0xD1B54A32D192ED03)));

    /// <summary>Sixty-four random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        unchecked
        {
            state += GoldenGamma;
            return Mix(state);
        }
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform() => unchecked((long)(Next() >> 11)) * (1.0 / (1L << 53));

    /// <summary>A number with mean 0, variance 1 and almost the normal shape: 48 coin flips, their gaps filled evenly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Normal()
    {
        var bits = Next();
        var heads = BitOperations.PopCount(bits >> 16);
        var fill = (unchecked((int)(bits & 0xFFFF)) + 0.5) * (1.0 / 65536);
        return (heads - 24.5 + fill) * NormalScale;
    }

    /// <summary>A well mixed image of a number: the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

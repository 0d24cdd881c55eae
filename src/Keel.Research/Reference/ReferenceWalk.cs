using System.Numerics;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>The random walk of the reference data: bars of one second, without end, the same for a seed in every program that follows the recipe.</summary>
internal struct ReferenceWalk(ulong seed)
{
    private const int StartPrice = 20_000;

    private SplitMix64 random = new(seed);
    private DateOnly day = ReferenceSessions.Eve;
    private int midnight;
    private int second = ReferenceSessions.LastSecond;
    private int width;
    private int close = StartPrice;

    /// <summary>The next bar.</summary>
    public Bar Next()
    {
        unchecked
        {
            ulong luck;
            do
            {
                if (second == ReferenceSessions.LastSecond)
                {
                    BeginSession();
                }

                second++;
                luck = random.Next();
            } while (IsSilent(luck));

            var shape = random.Next();
            var wide = (shape >> 37 & 4095) == 0 ? 12 : 0;
            var open = close + Gap(shape);
            close = open + BitOperations.PopCount(shape >> 8 & ((1UL << width) - 1)) - (width / 2);
            var high = Math.Max(open, close) + BitOperations.PopCount(shape >> 49 & 3) + wide;
            var low = Math.Min(open, close) - BitOperations.PopCount(shape >> 51 & 3) - wide;
            var volume = 1 + (long)(luck >> 8 & 127);
            return new Bar((midnight + second) * Timestamp.NanosecondsPerSecond, open, high, low, close, volume);
        }
    }

    // About one second in twenty has no trade, but never a session's first or last.
    private readonly bool IsSilent(ulong luck) =>
        (luck & 255) < 13 && second is not (ReferenceSessions.FirstSecond or ReferenceSessions.LastSecond);

    private void BeginSession()
    {
        day = ReferenceSessions.After(day);
        midnight = ReferenceSessions.Midnight(day);
        second = ReferenceSessions.FirstSecond - 1;
        var mood = random.Next();
        width = (mood & 3) switch
        {
            0 => 2,
            3 => 8,
            _ => 4,
        };
        close += (int)(mood >> 8 & 63) - (int)(mood >> 16 & 63);
    }

    private static int Gap(ulong shape)
    {
        var gap = (shape & 31) switch
        {
            0 => -1,
            1 => 1,
            _ => 0,
        };
        if ((shape >> 20 & 4095) == 0)
        {
            var jump = 1 + (int)(shape >> 33 & 15);
            gap += (shape >> 32 & 1) == 1 ? jump : -jump;
        }

        return gap;
    }
}

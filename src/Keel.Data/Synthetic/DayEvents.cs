using Keel.Domain;
using Keel.Domain.Sessions;

namespace Keel.Data.Synthetic;

/// <summary>What breaks into one trading day: jumps at the hours of news, jumps out of the blue, and now and then a halt.</summary>
internal sealed class DayEvents
{
    /// <summary>How long a halt lasts, in seconds.</summary>
    public const int HaltSeconds = 900;

    private const double HaltsPerDay = 1.0 / 400;

    // New York minute of the day, how often, mean size in basis points of an S&P-like market, how many minutes it may come late.
    private static readonly (int Minute, double Probability, double Size, int Spread)[] Scheduled =
    [
        ((8 * 60) + 30, 0.28, 11, 1),
        (10 * 60, 0.25, 8, 1),
        (14 * 60, 0.08, 12, 1),
        ((16 * 60) + 1, 0.12, 9, 30),
    ];

    private const double OutOfTheBlueInRth = 0.6;
    private const double OutOfTheBlueSize = 8.5;
    private const double OutOfTheBlueOvernight = 0.35;
    private const double OvernightSize = 8.5;

    private readonly List<(int Second, double Size)> jumps = [];

    /// <summary>The jumps by second of the session, in order; sizes in basis points with their direction.</summary>
    public IReadOnlyList<(int Second, double Size)> Jumps => jumps;

    /// <summary>The second of the session at which trading halts; far beyond the day when it does not.</summary>
    public int HaltStart { get; private set; } = int.MaxValue - HaltSeconds;

    /// <summary>What happens on a day: drawn from its own dice, so that nothing else of the market changes with it.</summary>
    public static DayEvents Of(TradingSession session, int openMinuteOfDay, double scale, ref SplitMix64 dice)
    {
        var events = new DayEvents();
        var hours = session.Hours!;
        var seconds = (int)(hours.Length.Nanoseconds / Timestamp.NanosecondsPerSecond);
        foreach (var (minute, probability, size, spread) in Scheduled)
        {
            var after = (minute - openMinuteOfDay + 1440) % 1440;
            var second = (after * 60) + (int)(dice.Uniform() * spread * 60);
            events.Add(ref dice, second, seconds, probability, size * scale);
        }

        for (var chance = 0; chance < 2; chance++)
        {
            events.Add(ref dice, (int)(dice.Uniform() * seconds), seconds, OutOfTheBlueOvernight / 2, OvernightSize * scale);
        }

        var haltDraw = dice.Uniform();
        var haltPlace = dice.Uniform();
        if (session.RegularHours is { } regular)
        {
            var from = (int)((regular.Start - hours.Start).Nanoseconds / Timestamp.NanosecondsPerSecond);
            var length = (int)(regular.Length.Nanoseconds / Timestamp.NanosecondsPerSecond);
            for (var chance = 0; chance < 2; chance++)
            {
                var second = from + (int)(dice.Uniform() * length);
                events.Add(ref dice, second, seconds, OutOfTheBlueInRth / 2, OutOfTheBlueSize * scale);
            }

            if (haltDraw < HaltsPerDay && length > 4 * HaltSeconds)
            {
                events.HaltStart = from + HaltSeconds + (int)(haltPlace * (length - (3 * HaltSeconds)));
            }
        }

        events.jumps.Sort((left, right) => left.Second.CompareTo(right.Second));
        return events;
    }

    private void Add(ref SplitMix64 dice, int second, int seconds, double probability, double meanSize)
    {
        var happens = dice.Uniform() < probability;
        var size = meanSize * (0.4 + (0.6 * ExponentialTable.At(dice.Next())));
        var up = (dice.Next() >> 63) == 0;
        if (happens && second < seconds)
        {
            jumps.Add((second, up ? size : -size));
        }
    }
}

using Keel.Domain;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.Tests.Days;

/// <summary>The ends of day that the profiles write down.</summary>
internal static class Profiles
{
    public static readonly VenueDay TopstepX = VenueDay.TryFind("topstepx")!;

    public static readonly DayRules A = new()
    {
        Flat = new LocalTime(16, 30),
        Ladder =
        [
            new(Span.FromMinutes(30), DayPhase.HalfSize),
            new(Span.FromMinutes(15), DayPhase.NoEntries),
            new(Span.FromMinutes(5), DayPhase.ExitPassive),
            new(Span.FromMinutes(3), DayPhase.ExitMarket),
        ],
    };

    public static readonly DayRules B = new() { NoEntry = new LocalTime(15, 45), Flat = new LocalTime(15, 55) };

    /// <summary>A profile that says nothing about its day.</summary>
    public static readonly DayRules Silent = new();

    public static DayRules Of(string name) =>
        name switch
        {
            "A" => A,
            "A on TopstepX" => A with { Venue = TopstepX },
            "B" => B,
            "B on TopstepX" => B with { Venue = TopstepX },
            "silent" => Silent,
            "silent on TopstepX" => Silent with { Venue = TopstepX },
            "late" => B with { NoEntry = new LocalTime(16, 15), Flat = new LocalTime(16, 30), Venue = TopstepX },
            "overnight" => Silent with { Overnight = true },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such profile"),
        };
}

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>How bad a day at the venue is: each rate in a thousand.</summary>
internal sealed record ChaosRules
{
    /// <summary>Commands that never arrive.</summary>
    public int LostCommands { get; init; }

    /// <summary>Reports that come only much later.</summary>
    public int LostReports { get; init; }

    /// <summary>Reports that come a second time.</summary>
    public int Repeated { get; init; }

    /// <summary>Reports that come late, and so overtake each other.</summary>
    public int Late { get; init; }

    /// <summary>New orders that the venue refuses.</summary>
    public int Rejected { get; init; }

    /// <summary>Changes and cancels that it refuses although it could.</summary>
    public int Refused { get; init; }

    /// <summary>Fills that are of fewer lots than there could be.</summary>
    public int Partial { get; init; }

    /// <summary>Market orders that wait another second.</summary>
    public int Slow { get; init; }

    /// <summary>Working orders that the venue ends by itself, each second.</summary>
    public int Taken { get; init; }

    /// <summary>What the operator orders, each second.</summary>
    public int Operator { get; init; }

    /// <summary>Jumps of the price, and how far.</summary>
    public int Jumps { get; init; }

    /// <summary>How many ticks beyond its stop a position may be closed; null: any.</summary>
    public int? Gap { get; init; }

    /// <summary>Whether orders that close never turn a position round.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>A quiet venue that does all that it is asked.</summary>
    public static ChaosRules Quiet { get; } = new();

    /// <summary>Rates drawn from a seed: about a third of all faults at a time, some often.</summary>
    public static ChaosRules Drawn(Draws draws) =>
        new()
        {
            LostCommands = Rate(draws, 150),
            LostReports = Rate(draws, 150),
            Repeated = Rate(draws, 400),
            Late = Rate(draws, 600),
            Rejected = Rate(draws, 150),
            Refused = Rate(draws, 200),
            Partial = Rate(draws, 800),
            Slow = Rate(draws, 500),
            Taken = Rate(draws, 30),
            Operator = Rate(draws, 40),
            Jumps = Rate(draws, 200),
        };

    private static int Rate(Draws draws, int most) => draws.Happens(400) ? draws.Between(1, most) : 0;
}

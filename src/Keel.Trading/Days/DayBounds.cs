using Keel.Domain;

namespace Keel.Trading.Days;

/// <summary>Who wants what of one day's end, and the end that comes of it.</summary>
internal sealed record DayBounds
{
    /// <summary>When the day begins; no phase begins earlier.</summary>
    public required Timestamp Opens { get; init; }

    /// <summary>The profile's own flat time on this day.</summary>
    public Timestamp? Flat { get; init; }

    /// <summary>The profile's own end of entries on this day.</summary>
    public Timestamp? NoEntry { get; init; }

    /// <summary>The venue's time.</summary>
    public Timestamp? Venue { get; init; }

    /// <summary>The exchange's earliest close, less the venue's margin.</summary>
    public Timestamp? Exchange { get; init; }

    /// <summary>The end of the day under the rules of a profile.</summary>
    public DayEnd EndUnder(DayRules rules)
    {
        var line = Earlier(Venue, Exchange);
        var flatBy = Earlier(Flat, line);
        var said = new DayEnd { WishedFlatBy = Flat, WishedNoEntry = NoEntry };
        if (flatBy is not { } flat)
        {
            // Without a flat time entries may end by the clock, and that is all.
            return said with { NoEntry = NoEntry };
        }

        // A profile's flat time is when leaving begins; with a ladder, and for everybody else, flat-by is when it has to be done.
        var leavesAtFlat = rules.LeavesAtFlat;
        var overdue = leavesAtFlat ? line : flat;
        var byContract = overdue - DayRules.CloseByContractBefore;
        var market = Earlier(leavesAtFlat ? flat : StepOf(rules, DayPhase.ExitMarket, flat), byContract);
        var passive = StepOf(rules, DayPhase.ExitPassive, flat);
        var exit = Earlier(passive, market);
        var moved = Flat is { } wished ? wished - flat : Span.Zero;
        var noEntry = Earlier(NoEntry is { } asked ? asked - moved : StepOf(rules, DayPhase.NoEntries, flat), exit);
        return said with
        {
            HalfSize = InDay(NotAfter(noEntry, StepOf(rules, DayPhase.HalfSize, flat))),
            NoEntry = InDay(noEntry),
            ExitPassive = InDay(NotAfter(market, passive)),
            ExitMarket = InDay(market),
            CloseByContract = InDay(byContract),
            FlatBy = InDay(flat),
            Overdue = InDay(overdue),
            Source =
                flat == Flat ? FlatBySource.Profile
                : flat == Venue ? FlatBySource.Venue
                : FlatBySource.Exchange,
        };
    }

    private static Timestamp? StepOf(DayRules rules, DayPhase phase, Timestamp flat)
    {
        foreach (var step in rules.Steps)
        {
            if (step.Phase == phase)
            {
                return flat - step.Before;
            }
        }

        return null;
    }

    private static Timestamp? Earlier(Timestamp? one, Timestamp? other) =>
        one is { } left && other is { } right ? (left < right ? left : right) : one ?? other;

    // A phase that the day does not have stays away.
    private static Timestamp? NotAfter(Timestamp? bound, Timestamp? phase) => phase is null ? null : Earlier(phase, bound);

    private Timestamp? InDay(Timestamp? instant) => instant is { } at && at < Opens ? Opens : instant;
}

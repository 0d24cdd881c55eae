using Keel.Domain;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>What a profile says about the end of its day: two times of New York's clock, or a ladder that hangs on flat-by.</summary>
public sealed record DayRules
{
    /// <summary>From so long before flat-by on the venue is asked to close the contract.</summary>
    public static readonly Span CloseByContractBefore = Span.FromMinutes(2);

    // Control T01's last two steps, for a profile that says nothing about leaving.
    private static readonly LadderStep[] Unsaid =
    [
        new(Span.FromMinutes(15), DayPhase.NoEntries),
        new(Span.FromMinutes(3), DayPhase.ExitMarket),
    ];

    /// <summary>From this time on nothing is entered; moves with <see cref="Flat"/>.</summary>
    public LocalTime? NoEntry { get; init; }

    /// <summary>When every position leaves: with a ladder the profile's own flat-by, otherwise at the market.</summary>
    public LocalTime? Flat { get; init; }

    /// <summary>The steps before flat-by; empty when the profile gives times instead. Throws on steps it cannot take.</summary>
    public IReadOnlyList<LadderStep> Ladder
    {
        get;
        init => field = Checked(value);
    } = [];

    /// <summary>The hours that the profile calls its own.</summary>
    public TradedHours Hours { get; init; } = TradedHours.Regular;

    /// <summary>The venue's own end of day; null when it has none.</summary>
    public VenueDay? Venue { get; init; }

    /// <summary>Whether positions may stay over the exchange's close; a venue's flat time holds all the same.</summary>
    public bool Overnight { get; init; }

    /// <summary>No entries so long before a scheduled halt or the close (P28); only where a calendar knows them.</summary>
    public Span QuietBeforeHalt { get; init; } = Span.FromMinutes(15);

    /// <summary>No entries so long after a session opens or a scheduled halt ends (P28).</summary>
    public Span QuietAfterOpen { get; init; } = Span.FromSeconds(60);

    /// <summary>Whether positions begin to leave at <see cref="Flat"/> itself, instead of by steps before it.</summary>
    public bool LeavesAtFlat => Ladder.Count == 0 && Flat is not null;

    /// <summary>The steps that hang on flat-by; a profile that says nothing about leaving has the last two of the usual ones.</summary>
    internal IReadOnlyList<LadderStep> Steps =>
        Ladder.Count > 0 ? Ladder
        : LeavesAtFlat ? []
        : Unsaid;

    private static IReadOnlyList<LadderStep> Checked(IReadOnlyList<LadderStep> steps)
    {
        foreach (var step in steps)
        {
            if (step.Before <= Span.Zero)
            {
                throw new ArgumentException($"a step lies before flat-by, not {step.Before} before it");
            }

            if (step.Phase is < DayPhase.HalfSize or > DayPhase.ExitMarket)
            {
                throw new ArgumentException($"{step.Phase} is no step of a ladder");
            }

            foreach (var other in steps)
            {
                if (other.Phase > step.Phase && other.Before >= step.Before)
                {
                    throw new ArgumentException($"{other.Phase} does not come after {step.Phase}");
                }

                if (other != step && other.Phase == step.Phase)
                {
                    throw new ArgumentException($"{step.Phase} is given twice");
                }
            }
        }

        return steps;
    }
}

using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.PropFirms;

/// <summary>The rules of one account of a prop firm, as they hold from a date on.</summary>
public sealed record PropRules
{
    /// <summary>The name in profiles: <c>topstep-50k-combine</c>.</summary>
    public required string Account { get; init; }

    /// <summary>Whose rules they are: <c>topstep</c>.</summary>
    public required string Firm { get; init; }

    /// <summary>What the firm calls the account.</summary>
    public required string Title { get; init; }

    /// <summary>The first date on which they are taken to hold.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>The balance that the account starts with; an account whose balance counts profit alone starts at zero.</summary>
    public required Money Start { get; init; }

    /// <summary>The maximum loss: how far below the high mark the floor lies.</summary>
    public required Money Limit { get; init; }

    /// <summary>What lifts the high mark.</summary>
    public required TrailBasis TrailBasis { get; init; }

    /// <summary>Where the floor stops rising; null when it never does.</summary>
    public required Money? LockAt { get; init; }

    /// <summary>What is held against the floor.</summary>
    public required PropMoney BreachOn { get; init; }

    /// <summary>Whether reaching the floor is enough; otherwise only falling below it.</summary>
    public required bool BreachesByTouch { get; init; }

    /// <summary>When the firm's own day begins.</summary>
    public required LocalTime DayStarts { get; init; }

    /// <summary>On whose clock.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The loss of a day that ends it, by touch; null without one.</summary>
    public required Money? DailyLoss { get; init; }

    /// <summary>What the daily loss is counted of.</summary>
    public required PropMoney DailyLossBasis { get; init; }

    /// <summary>Whether the trader chooses to have the daily loss.</summary>
    public required bool IsDailyLossOptional { get; init; }

    /// <summary>How many lots at which profit; null when always the same.</summary>
    public required ScalingPlan? Scaling { get; init; }

    /// <summary>The share of all profit that the best day has to stay below; null without such a rule.</summary>
    public required decimal? Consistency { get; init; }

    /// <summary>The most lots, a lot being one of the big contracts.</summary>
    public required int Lots { get; init; }

    /// <summary>How many contracts make a lot, for symbols that do not count by their own ratio.</summary>
    public required IReadOnlyDictionary<string, int> PerLot { get; init; }

    /// <summary>When positions have to be gone; null when the firm does not say.</summary>
    public required VenueDay? FlatBy { get; init; }

    /// <summary>When the rules were read at the firm.</summary>
    public required LocalDate ReadOn { get; init; }

    /// <summary>The columns of the table whose figures are not from a primary source.</summary>
    public required IReadOnlyList<string> Unverified { get; init; }

    /// <summary>Keel leaves so far above the floor at least, since the firm closes at the market without asking.</summary>
    public Money LeastBuffer { get; init; } = Money.From(50);

    /// <summary>And at least at this share of the maximum loss.</summary>
    public decimal BufferShare { get; init; } = 0.10m;

    /// <summary>The profit after which a trader who minds the consistency rule wants no further entries; null when it does not matter.</summary>
    public Money? BestDayCap { get; init; }

    /// <summary>The floor that a high mark leads to: it lies the limit below, and never above the lock.</summary>
    public Money FloorFor(Money highMark)
    {
        var floor = (highMark > Start ? highMark : Start) - Limit;
        return LockAt is { } bound && floor > bound ? bound : floor;
    }

    /// <summary>How far above the floor Keel leaves, given what the open position may still lose.</summary>
    public Money BufferFor(Money worstOfPosition)
    {
        var share = Money.From(decimal.Round(Limit.Amount * BufferShare, 2, MidpointRounding.ToPositiveInfinity));
        var buffer = share > LeastBuffer ? share : LeastBuffer;
        return worstOfPosition > buffer ? worstOfPosition : buffer;
    }

    /// <summary>How many contracts of an instrument make one lot.</summary>
    public int ContractsPerLot(Instrument instrument) =>
        PerLot.TryGetValue(instrument.Symbol, out var own) ? own : instrument.Future?.Ratio ?? 1;
}

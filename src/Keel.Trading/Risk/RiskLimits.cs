using Keel.Domain;
using Keel.Trading.Conditions;

namespace Keel.Trading.Risk;

/// <summary>The limits of a risk account. One that is null does not exist; the invariants always do.</summary>
public sealed record RiskLimits
{
    /// <summary>With what the account starts.</summary>
    public required Money Capital { get; init; }

    /// <summary>The worst case of one trade, of equity.</summary>
    public LossLimit? PerTrade { get; init; }

    /// <summary>Lost since the day's start.</summary>
    public LossLimit? DailyLoss { get; init; }

    /// <summary>Given back from the day's highest equity.</summary>
    public LossLimit? DailyDrawdown { get; init; }

    /// <summary>Lost since the week's start.</summary>
    public LossLimit? WeeklyLoss { get; init; }

    /// <summary>Given back from the highest equity ever.</summary>
    public LossLimit? AccountDrawdown { get; init; }

    /// <summary>Lost of the capital.</summary>
    public LossLimit? Kill { get; init; }

    /// <summary>The equity that every worst case with a gap must leave.</summary>
    public Money? Floor { get; init; }

    /// <summary>The worst cases of all open positions together; where both parts are given, the smaller holds.</summary>
    public LossLimit? Heat { get; init; }

    /// <summary>The day's gain from which half of it may not be given back.</summary>
    public Money? GiveBackFrom { get; init; }

    /// <summary>Pauses after losses in a row, from the shortest streak to the longest.</summary>
    public IReadOnlyList<StreakPause> Streaks { get; init; } = [];

    /// <summary>No entries after so many losing trades in a day.</summary>
    public int? LossesPerDay { get; init; }

    /// <summary>Entries a day.</summary>
    public int? TradesPerDay { get; init; }

    /// <summary>Entries a minute.</summary>
    public int? EntriesPerMinute { get; init; }

    /// <summary>Value of open positions as a multiple of equity.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>Lots of one order.</summary>
    public int? MaxOrder { get; init; }

    /// <summary>Lots held and working at once.</summary>
    public int? MaxPosition { get; init; }

    /// <summary>How near and how far a stop may lie.</summary>
    public StopRange? StopDistance { get; init; }

    /// <summary>The margin that must be there.</summary>
    public MarginRules? Margin { get; init; }

    /// <summary>How often the same may be entered.</summary>
    public RepeatRules? Repeats { get; init; }

    /// <summary>Breakers for a market that is not what it is at this hour.</summary>
    public BreakerRules? Breakers { get; init; }

    /// <summary>The widest spread, in ticks, into which is entered.</summary>
    public int? WidestBook { get; init; }

    /// <summary>How old quotes and trades may be.</summary>
    public DataAge? DataAge { get; init; }

    /// <summary>How far a limit may lie from the market.</summary>
    public PriceCollar? Collar { get; init; }

    /// <summary>Whether entries that could trade with an own order are refused.</summary>
    public bool RefusesSelfMatch { get; init; }

    /// <summary>How far from the exchange's price limits entries keep.</summary>
    public PriceLimitDistance? PriceLimits { get; init; }

    /// <summary>How early before roll and expiry nothing is entered.</summary>
    public ExpiryRules? Expiry { get; init; }

    /// <summary>How long around listed releases nothing is entered.</summary>
    public NewsRules? News { get; init; }
}

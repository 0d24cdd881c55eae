using Keel.Domain;

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

    /// <summary>The worst cases of all open positions together.</summary>
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
}

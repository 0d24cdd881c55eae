namespace Keel.Trading.Risk;

/// <summary>All that a risk account remembers, as plain values: what a restart must find again. Money in units, times in nanoseconds.</summary>
public record struct RiskState
{
    /// <summary>With what the account started; a profile that is changed later does not change it.</summary>
    public long Capital { get; set; }

    /// <summary>Net of all trades since the account began.</summary>
    public long Realised { get; set; }

    /// <summary>The present trading day; <see cref="int.MinValue"/> before the first.</summary>
    public int Day { get; set; }

    /// <summary>Equity when the day began.</summary>
    public long DayStart { get; set; }

    /// <summary>The day's highest equity.</summary>
    public long DayHigh { get; set; }

    /// <summary>The day's lowest equity.</summary>
    public long DayLow { get; set; }

    /// <summary>The highest equity ever.</summary>
    public long EverHigh { get; set; }

    /// <summary>Equity when the week began.</summary>
    public long WeekStart { get; set; }

    /// <summary>Net of the trades closed today.</summary>
    public long RealisedToday { get; set; }

    /// <summary>The lowest that the net of today's trades has stood, zero or below.</summary>
    public long LowestRealisedToday { get; set; }

    /// <summary>Trades closed today.</summary>
    public int TradesToday { get; set; }

    /// <summary>Entries sent today.</summary>
    public int EntriesToday { get; set; }

    /// <summary>Losing trades today.</summary>
    public int LossesToday { get; set; }

    /// <summary>Losses in a row.</summary>
    public int Streak { get; set; }

    /// <summary>The last instant of the present pause.</summary>
    public long PauseUntil { get; set; }

    /// <summary>The last instant for which a control has put entries on hold; the largest number for the rest of the day.</summary>
    public long HoldUntil { get; set; }

    /// <summary>Which control's code it was; null without a hold.</summary>
    public string? HoldReason { get; set; }

    /// <summary>How far trading is stopped.</summary>
    public HaltKind Halt { get; set; }

    /// <summary>Why; null when it is not.</summary>
    public string? HaltReason { get; set; }

    /// <summary>The trading day on which it was stopped.</summary>
    public int HaltDay { get; set; }

    /// <summary>The state of an account on which nothing has happened.</summary>
    public static RiskState New =>
        new()
        {
            Day = int.MinValue,
            PauseUntil = long.MinValue,
            HoldUntil = long.MinValue,
            HaltDay = int.MinValue,
        };
}

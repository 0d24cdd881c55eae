namespace Keel.Domain.Instruments;

/// <summary>From which day a roll date is counted.</summary>
public enum RollAnchor
{
    /// <summary>Calendar days from the third Friday of the contract month, holiday or not.</summary>
    ThirdFriday,

    /// <summary>Business days from the last trading day.</summary>
    LastTradingDay,

    /// <summary>Business days from the last business day of the month before the contract month.</summary>
    MonthBefore,
}

namespace Keel.Domain.Instruments;

/// <summary>How the last trading day of a contract month is found.</summary>
public enum ExpiryRule
{
    /// <summary>The third Friday of the month; the business day before it when that is a holiday.</summary>
    ThirdFriday,

    /// <summary>The third business day before the 25th of the month before; the fourth when the 25th is no business day.</summary>
    Crude,

    /// <summary>The business day before crude's.</summary>
    DayBeforeCrude,

    /// <summary>The third last business day of the month.</summary>
    ThirdLastBusinessDay,
}

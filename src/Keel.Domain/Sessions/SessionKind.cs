namespace Keel.Domain.Sessions;

/// <summary>What sort of day the exchange makes of a date.</summary>
public enum SessionKind
{
    /// <summary>An ordinary day.</summary>
    Regular,

    /// <summary>A shorter day with a clearing date of its own.</summary>
    EarlyClose,

    /// <summary>A US holiday on which trading runs to a halt at midday and clears with the next business day.</summary>
    HolidayHalt,

    /// <summary>No trading at all.</summary>
    Closed,
}

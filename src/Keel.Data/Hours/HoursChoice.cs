namespace Keel.Data.Hours;

/// <summary>Which bars of a day count.</summary>
public enum HoursChoice
{
    /// <summary>Every bar.</summary>
    All,

    /// <summary>Regular trading hours by the dated calendar, holidays and early closes included.</summary>
    Rth,

    /// <summary>What trades outside regular hours, by the dated calendar.</summary>
    Eth,

    /// <summary>09:30 to 16:00 New York by the clock alone, whatever day it is.</summary>
    Clock,
}

using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>Makes the session of any date from rules; a calendar asks it once per year.</summary>
internal interface ISessionTemplate
{
    /// <summary>The zone in which the trading day is a date.</summary>
    DateTimeZone Zone { get; }

    /// <summary>The clock times of regular hours; null where all hours are.</summary>
    RegularHours? Regular { get; }

    /// <summary>The session of a date, closed ones included; null on a date that is never a trading day.</summary>
    TradingSession? On(LocalDate day);

    /// <summary>The same template with other regular hours.</summary>
    ISessionTemplate With(RegularHours regular);
}

using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>What becomes of a day: its kind, its close on the exchange's clock, and how far regular hours reach on New York's.</summary>
/// <param name="Kind">What sort of day it is.</param>
/// <param name="Close">The close; null when nothing trades.</param>
/// <param name="EarliestClose">The earliest close that any source gives; null when nothing trades.</param>
/// <param name="RegularUntil">Regular hours end here at the latest; null when there are none.</param>
internal sealed record DayHours(SessionKind Kind, LocalTime? Close, LocalTime? EarliestClose, LocalTime? RegularUntil)
{
    public static readonly DayHours Closed = new(SessionKind.Closed, null, null, null);

    public static readonly DayHours Regular = new(
        SessionKind.Regular,
        new LocalTime(16, 0),
        new LocalTime(16, 0),
        LocalTime.MaxValue
    );

    // The most cautious public calendar knows one midday for every holiday and early close: noon in Chicago.
    public static readonly LocalTime CautiousMidday = new(12, 0);

    public static DayHours Halt(int hour, int minute) =>
        new(SessionKind.HolidayHalt, new LocalTime(hour, minute), CautiousMidday, null);

    public static DayHours Early(int hour, int minute, LocalTime regularUntil) =>
        new(SessionKind.EarlyClose, new LocalTime(hour, minute), CautiousMidday, regularUntil);
}

using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>One trading day of a calendar: the date on which its session closes, and when it is open.</summary>
public sealed record TradingSession
{
    /// <summary>The trading day: the exchange's own date on which the session closes, or would.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>What sort of day it is.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>From the open to the close; null when nothing trades.</summary>
    public required TimeRange? Hours { get; init; }

    /// <summary>Regular trading hours; null when there are none.</summary>
    public required TimeRange? RegularHours { get; init; }

    /// <summary>A scheduled pause inside the session (15:15-15:30 Chicago until 2021-06-25); null when there is none.</summary>
    public TimeRange? Pause { get; init; }

    /// <summary>The date under which the trades clear; null when nothing trades.</summary>
    public LocalDate? TradeDate { get; init; }

    /// <summary>The earliest close that any source gives, for flat times; null when nothing trades.</summary>
    public Timestamp? EarliestClose { get; init; }

    /// <summary>Whether the day lies inside the dated tables; beyond them it is only what the rules lead one to expect.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Why the day is special, in words; empty on an ordinary day.</summary>
    public string Note { get; init; } = "";

    /// <summary>Which part of this day an instant belongs to; closed when it lies outside.</summary>
    public DayPart PartAt(Timestamp instant)
    {
        if (Hours is null || !Hours.Contains(instant) || (Pause?.Contains(instant) ?? false))
        {
            return DayPart.Closed;
        }

        return RegularHours?.Contains(instant) == true ? DayPart.Rth : DayPart.Eth;
    }

    /// <summary>The stretch around an instant of this session within which the part of the day stays the same.</summary>
    internal SessionStretch StretchAt(Timestamp instant)
    {
        var hours = Hours ?? throw new InvalidOperationException($"nothing trades on {Day}");
        var stretch = new SessionStretch(hours.Start.UnixNanoseconds, hours.End.UnixNanoseconds, PartAt(instant), Session: this);
        return NarrowedBy(Pause, instant, NarrowedBy(RegularHours, instant, stretch));
    }

    private static SessionStretch NarrowedBy(TimeRange? range, Timestamp instant, SessionStretch stretch) =>
        range is null ? stretch : NarrowedAt(range.End, instant, NarrowedAt(range.Start, instant, stretch));

    private static SessionStretch NarrowedAt(Timestamp border, Timestamp instant, SessionStretch stretch) =>
        border <= instant
            ? stretch with
            {
                From = Math.Max(stretch.From, border.UnixNanoseconds),
            }
            : stretch with
            {
                Until = Math.Min(stretch.Until, border.UnixNanoseconds),
            };
}

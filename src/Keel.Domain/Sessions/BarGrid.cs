using Keel.Domain.Markets;

namespace Keel.Domain.Sessions;

/// <summary>
/// From when to when the bar of a length reaches that an instant belongs to. Bars are counted from the open of the session (of regular hours,
/// where only those are looked at) and never reach over its close; a trading day is one bar.
/// </summary>
public sealed class BarGrid(ITradingHours hours, bool regularOnly, BarLength length)
{
    private readonly SessionCursor cursor = new(hours);
    private readonly long step = length.IsTradingDay ? 0 : length.Length.Nanoseconds;

    /// <summary>The first instant of the bar moved to.</summary>
    public long Start { get; private set; }

    /// <summary>The first instant after it; before any move the smallest number.</summary>
    public long End { get; private set; } = long.MinValue;

    /// <summary>Whether an instant lies in a session.</summary>
    public bool IsInSession(long time) => cursor.TryMove(time);

    /// <summary>Forgets the bar moved to.</summary>
    public void Leave() => End = long.MinValue;

    /// <summary>Moves to the bar of an instant.</summary>
    public void MoveTo(long time)
    {
        var inSession = cursor.TryMove(time);
        var (from, to) = (cursor.Open, cursor.Close);
        if (!inSession)
        {
            // Outside every session there is no open to count from: the clock's own grid serves, and no session is reached into.
            from = step == 0 ? time : time - (time % step);
            to = cursor.Until;
        }
        else if (regularOnly && step > 0)
        {
            // On days that the calendar does not know the rest of the day passes too: before, in and after regular hours count for themselves.
            (from, to) =
                time < cursor.RthOpen ? (cursor.Open, cursor.RthOpen)
                : time < cursor.RthClose ? (cursor.RthOpen, cursor.RthClose)
                : (cursor.RthClose, cursor.Close);
        }
        else if (regularOnly && IsFiltered && time >= cursor.RthOpen && time < cursor.RthClose)
        {
            (from, to) = (cursor.RthOpen, cursor.RthClose);
        }

        Start = step == 0 ? from : from + ((time - from) / step * step);
        End = step == 0 ? to : Math.Min(Start + step, to);
        Start = inSession ? Start : Math.Max(Start, cursor.From);
    }

    /// <summary>Whether only regular hours can come in: on days that a calendar does not know, everything does.</summary>
    private bool IsFiltered => hours is not TradingCalendar || cursor.Session is { IsKnown: true };
}

using Keel.Domain.Sessions;

namespace Keel.Trading.Exchange;

/// <summary>Knows at which instants the exchange is open: its hours, less the halts that no calendar announced.</summary>
internal sealed class ExchangeClock
{
    private readonly SessionCursor? cursor;
    private readonly TimeRange[] halts;
    private long sessionEnds = long.MaxValue;

    public ExchangeClock(FillRules rules)
    {
        cursor = rules.Hours is { } hours ? new SessionCursor(hours) : null;
        halts = [.. rules.Halts];
        Until = cursor is null && halts.Length == 0 ? long.MaxValue : long.MinValue;
    }

    /// <summary>The first instant at which the answer may change.</summary>
    public long Until { get; private set; }

    /// <summary>Whether trading is open.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Moves on to an instant; true when a session has ended since the last move.</summary>
    public bool MoveTo(long instant)
    {
        (IsOpen, Until) = (true, long.MaxValue);
        var hasEnded = false;
        if (cursor is not null)
        {
            IsOpen = cursor.MoveTo(instant) != DayPart.Closed;
            Until = cursor.Until;
            hasEnded = instant >= sessionEnds;
            sessionEnds =
                cursor.Session is not null ? cursor.Close
                : hasEnded ? long.MaxValue
                : sessionEnds;
        }

        foreach (var halt in halts)
        {
            var (start, end) = (halt.Start.UnixNanoseconds, halt.End.UnixNanoseconds);
            IsOpen &= instant < start || instant >= end;
            if (instant < end)
            {
                Until = Math.Min(Until, instant < start ? start : end);
            }
        }

        return hasEnded;
    }
}

using System.Runtime.CompilerServices;
using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>Walks over the instants of a long series and knows the session and part of the day at each.</summary>
/// <remarks>
/// Two comparisons and no allocation while instants stay within one stretch (regular hours, the evening, a weekend); leaving it costs a
/// binary search. Instants may come in any order. One cursor serves one thread.
/// </remarks>
public sealed class SessionCursor(ITradingHours hours)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // Nothing lies in an empty stretch, so the first instant is looked up like any other.
    private long from = long.MaxValue;
    private long until = long.MinValue;

    /// <summary>The session at the instant last moved to; null between sessions.</summary>
    public TradingSession? Session { get; private set; }

    /// <summary>The part of the day at the instant last moved to.</summary>
    public DayPart Part { get; private set; }

    /// <summary>The trading day as the count of days since 1970-01-01, a key that grows with time; kept from the last session between sessions.</summary>
    public int DayNumber { get; private set; } = int.MinValue;

    /// <summary>The open of the session, in UTC nanoseconds; as all that follow, of the last session between sessions.</summary>
    public long Open { get; private set; }

    /// <summary>The close of the session.</summary>
    public long Close { get; private set; }

    /// <summary>The start of regular hours; equal to their end when there are none.</summary>
    public long RthOpen { get; private set; }

    /// <summary>The end of regular hours.</summary>
    public long RthClose { get; private set; }

    /// <summary>The start of the scheduled pause; equal to its end when there is none.</summary>
    public long PauseStart { get; private set; }

    /// <summary>The end of the scheduled pause.</summary>
    public long PauseEnd { get; private set; }

    /// <summary>The first instant of the present stretch.</summary>
    public long From => from;

    /// <summary>The first instant after the present stretch.</summary>
    public long Until => until;

    /// <summary>Moves to an instant; false when it lies in no session.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMove(long instant)
    {
        if (instant < from || instant >= until)
        {
            Enter(hours.StretchAt(new Timestamp(instant)));
        }

        return Session is not null;
    }

    /// <summary>Moves to an instant and tells its part of the day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DayPart MoveTo(long instant)
    {
        TryMove(instant);
        return Part;
    }

    private void Enter(in SessionStretch stretch)
    {
        (from, until, Part) = (stretch.From, stretch.Until, stretch.Part);
        if (ReferenceEquals(Session, stretch.Session))
        {
            return;
        }

        Session = stretch.Session;
        if (Session is not { Hours: { } open })
        {
            return;
        }

        DayNumber = Period.DaysBetween(Epoch, Session.Day);
        (Open, Close) = (open.Start.UnixNanoseconds, open.End.UnixNanoseconds);
        (RthOpen, RthClose) = Ends(Session.RegularHours);
        (PauseStart, PauseEnd) = Ends(Session.Pause);
    }

    private (long Start, long End) Ends(TimeRange? range) =>
        range is null ? (Close, Close) : (range.Start.UnixNanoseconds, range.End.UnixNanoseconds);
}

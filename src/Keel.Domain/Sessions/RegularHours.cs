using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The clock times between which a day counts as regular hours, in the zone of those who keep them.</summary>
internal sealed record RegularHours
{
    public RegularHours(LocalTime from, LocalTime to, DateTimeZone zone)
    {
        if (to <= from)
        {
            throw new ArgumentException($"regular hours end after they begin, not {from:HH:mm} to {to:HH:mm}", nameof(to));
        }

        (From, To, Zone) = (from, to, zone);
    }

    public LocalTime From { get; }

    public LocalTime To { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The regular hours of a day: never outside the session, and cut where an early close cuts them; null when nothing is left.</summary>
    public TimeRange? On(LocalDate day, TimeRange session, Timestamp? cut)
    {
        var start = Later(At(day, From, Zone), session.Start);
        var end = Earlier(At(day, To, Zone), session.End);
        end = cut is { } latest ? Earlier(end, latest) : end;
        return start < end ? new TimeRange(start, end) : null;
    }

    /// <summary>The instant at which a zone's clocks show a time on a date (the earlier one when they show it twice, the next when never).</summary>
    public static Timestamp At(LocalDate date, LocalTime time, DateTimeZone zone) =>
        Timestamp.FromInstant(zone.AtLeniently(date + time).ToInstant());

    private static Timestamp Later(Timestamp left, Timestamp right) => left > right ? left : right;

    private static Timestamp Earlier(Timestamp left, Timestamp right) => left < right ? left : right;
}

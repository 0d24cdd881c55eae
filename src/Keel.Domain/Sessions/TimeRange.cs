namespace Keel.Domain.Sessions;

/// <summary>A stretch of time from its start up to, not including, its end; never empty.</summary>
public sealed record TimeRange
{
    /// <summary>A stretch; throws unless the end is later than the start.</summary>
    public TimeRange(Timestamp start, Timestamp end)
    {
        if (end <= start)
        {
            throw new ArgumentException($"a stretch of time ends after it starts, not {start} to {end}", nameof(end));
        }

        (Start, End) = (start, end);
    }

    /// <summary>The first instant inside.</summary>
    public Timestamp Start { get; }

    /// <summary>The first instant after it.</summary>
    public Timestamp End { get; }

    /// <summary>How long it is.</summary>
    public Span Length => End - Start;

    /// <summary>Whether an instant lies inside.</summary>
    public bool Contains(Timestamp instant) => instant >= Start && instant < End;
}

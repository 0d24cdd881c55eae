namespace Keel.Research.Reference;

/// <summary>What a reference job counts beside its trades.</summary>
public readonly record struct ReferenceCounts
{
    /// <summary>Crosses at which an entry was possible by position and time, refused ones included.</summary>
    public required long Signals { get; init; }

    /// <summary>Refused because the day had lost its limit.</summary>
    public long RefusedByDayLimit { get; init; }

    /// <summary>Refused because a pause after losses ran.</summary>
    public long RefusedByPause { get; init; }

    /// <summary>Refused because the trade alone may lose too much.</summary>
    public long RefusedByTradeRisk { get; init; }

    /// <summary>Refused because the day would be beyond its limit after the trade's worst case.</summary>
    public long RefusedByWorstCase { get; init; }

    /// <summary>The lowest that a day's result ever stood, in cents; 0 when it was never negative, and in job 1.</summary>
    public long WorstDay { get; init; }
}

using Keel.Domain;

namespace Keel.Trading.Days;

/// <summary>Cuts a day into stretches at every instant at which something may change, and joins those that are alike.</summary>
internal sealed class DayDrawing(Timestamp begins, Timestamp until)
{
    private readonly SortedSet<long> cuts = [begins.UnixNanoseconds];

    /// <summary>Something may change here; instants outside the day are ignored.</summary>
    public void CutAt(Timestamp? instant)
    {
        if (instant is { } at && at > begins && at < until)
        {
            cuts.Add(at.UnixNanoseconds);
        }
    }

    /// <summary>Something may change at both ends of a stretch of time.</summary>
    public void CutAt(Timestamp from, Timestamp to)
    {
        CutAt(from);
        CutAt(to);
    }

    /// <summary>Every phase of a day's end begins somewhere.</summary>
    public void CutAt(DayEnd end)
    {
        CutAt(end.HalfSize);
        CutAt(end.NoEntry);
        CutAt(end.ExitPassive);
        CutAt(end.ExitMarket);
        CutAt(end.CloseByContract);
        CutAt(end.Overdue);
    }

    /// <summary>The stretches, each asked for what holds at its first instant.</summary>
    public DayStretch[] Stretches(Func<Timestamp, DayStretch> at)
    {
        var drawn = new List<DayStretch>(cuts.Count);
        foreach (var cut in cuts)
        {
            var stretch = at(new Timestamp(cut));
            if (drawn.Count == 0 || drawn[^1] with { From = cut } != stretch)
            {
                drawn.Add(stretch);
            }
        }

        return [.. drawn];
    }
}

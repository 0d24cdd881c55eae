namespace Keel.Trading.Core.InFlight;

/// <summary>Counts orders that the venue refused, so that nobody hammers at a closed door (Q11).</summary>
internal sealed class RejectStreak(InFlightRules rules)
{
    private readonly long[] last = New(rules.RejectsForPause);
    private int next;

    /// <summary>Refusals of the day.</summary>
    public int Today { get; private set; }

    /// <summary>Whether the day has had too many.</summary>
    public bool EndsDay => Today >= rules.RejectsForDay;

    /// <summary>An order was refused; true when that is one too many within the window.</summary>
    public bool Add(long now)
    {
        Today++;
        last[next] = now;
        next = (next + 1) % last.Length;
        var oldest = last[next];
        return oldest != long.MinValue && now - oldest <= rules.RejectWindow.Nanoseconds;
    }

    /// <summary>A day begins.</summary>
    public void BeginDay() => Today = 0;

    private static long[] New(int count)
    {
        var times = new long[count];
        Array.Fill(times, long.MinValue);
        return times;
    }
}

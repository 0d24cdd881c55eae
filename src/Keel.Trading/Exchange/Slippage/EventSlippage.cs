using Keel.Domain;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>The most of the events whose window covers an instant, its borders included; another figure at any other time.</summary>
internal sealed class EventSlippage : SlippageRule
{
    private readonly SlippageEvent[] events;
    private readonly int otherwise;
    private readonly long widest;
    private int next;

    public EventSlippage(IReadOnlyList<SlippageEvent> events, int otherwise)
    {
        this.events = [.. events];
        Array.Sort(this.events, static (one, other) => one.At.CompareTo(other.At));
        this.otherwise = otherwise;
        foreach (var one in this.events)
        {
            widest = Math.Max(widest, one.Window.Nanoseconds);
        }
    }

    public override long Ticks(Timestamp at)
    {
        // Asked in the order of time nearly always: the walk goes on from where it last was.
        while (next > 0 && Distance(next - 1, at) >= -widest)
        {
            next--;
        }

        while (next < events.Length && Distance(next, at) < -widest)
        {
            next++;
        }

        long ticks = otherwise;
        for (var i = next; i < events.Length && Distance(i, at) <= widest; i++)
        {
            if (Math.Abs(Distance(i, at)) <= events[i].Window.Nanoseconds)
            {
                ticks = Math.Max(ticks, events[i].Ticks);
            }
        }

        return ticks;
    }

    private long Distance(int place, Timestamp at) => (events[place].At - at).Nanoseconds;
}

using Keel.Domain;

namespace Keel.Trading.World;

/// <summary>Work that was put off, in the order in which it falls due; both worlds, the real and the virtual one, keep theirs here.</summary>
public sealed class TimerQueue
{
    private readonly PriorityQueue<long, (long Due, long Number)> order = new();
    private readonly Dictionary<long, Action> waiting = [];
    private long last;

    /// <summary>When the next work is due; null when none waits.</summary>
    public Span? NextDue
    {
        get
        {
            while (order.TryPeek(out var number, out var priority))
            {
                if (waiting.ContainsKey(number))
                {
                    return new Span(priority.Due);
                }

                order.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Keeps work until this moment.</summary>
    public TimerId Add(Span due, Action work)
    {
        last++;
        waiting.Add(last, work);
        order.Enqueue(last, (due.Nanoseconds, last));
        return new TimerId(last);
    }

    /// <summary>Drops work; false when it is not waiting.</summary>
    public bool Remove(TimerId timer) => waiting.Remove(timer.Number);

    /// <summary>Drops all work.</summary>
    public void Clear()
    {
        waiting.Clear();
        order.Clear();
    }

    /// <summary>Takes out the first work due by this moment; false when there is none.</summary>
    public bool TryTake(Span now, out Action work)
    {
        if (NextDue is { } due && due <= now)
        {
            waiting.Remove(order.Dequeue(), out work!);
            return true;
        }

        work = null!;
        return false;
    }
}

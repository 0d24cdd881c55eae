using System.Runtime.CompilerServices;
using Keel.Domain;

namespace Keel.Trading.Days;

/// <summary>Walks over the days and knows at each instant what the hour allows. One clock serves one thread.</summary>
/// <remarks>
/// One comparison and no allocation while nothing changes: <c>if (now >= clock.NextChange) clock.MoveTo(now)</c>. A day's plan is made
/// once and kept by its <see cref="DayPlans"/>. Instants may come in any order.
/// </remarks>
public sealed class DayClock(DayPlans plans)
{
    // Nothing lies in an empty stretch, so the first instant is looked up like any other.
    private long from = long.MaxValue;
    private DayPlan? plan;

    /// <summary>The first instant at which something changes again, in UTC nanoseconds.</summary>
    public long NextChange { get; private set; } = long.MinValue;

    /// <summary>How far the end of the day has come.</summary>
    public DayPhase Phase { get; private set; } = DayPhase.Closed;

    /// <summary>Whether the hour allows an entry, and if not, why.</summary>
    public EntryWindow Window { get; private set; } = EntryWindow.Closed;

    /// <summary>Whether the instant lies in the hours that the profile calls its own.</summary>
    public bool IsInOwnHours { get; private set; }

    /// <summary>The trading day as the count of days since 1970-01-01; kept from the last session between sessions.</summary>
    public int DayNumber { get; private set; } = int.MinValue;

    /// <summary>The plan of the day; throws before the first move.</summary>
    public DayPlan Plan => plan ?? throw new InvalidOperationException("the clock has not been moved to any instant");

    /// <summary>When the profile's own hours begin on this plan's day, in UTC nanoseconds; the end of time when they never do.</summary>
    public long FirstSessionOpen { get; private set; } = long.MaxValue;

    /// <summary>Moves to an instant and tells whether anything is different there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveTo(long instant)
    {
        if (instant < NextChange && instant >= from)
        {
            return false;
        }

        Enter(instant);
        return true;
    }

    private void Enter(long instant)
    {
        if (plan?.Contains(instant) != true)
        {
            plan = plans.At(new Timestamp(instant));
            FirstSessionOpen = plan.FirstSessionOpen?.UnixNanoseconds ?? long.MaxValue;
        }

        var stretches = plan.Stretches;
        var at = stretches.Length - 1;
        while (stretches[at].From > instant)
        {
            at--;
        }

        ref readonly var stretch = ref stretches[at];
        from = stretch.From;
        NextChange = at + 1 < stretches.Length ? stretches[at + 1].From : plan.Until.UnixNanoseconds;
        (Phase, Window, IsInOwnHours, DayNumber) = (stretch.Phase, stretch.Window, stretch.IsOwn, stretch.DayNumber);
    }
}

using Keel.Domain;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>What is allowed when, from the open of one trading day to the open of the next; by the clock alone, from midnight to midnight in New York.</summary>
public sealed class DayPlan
{
    private readonly DayStretch[] stretches;

    internal DayPlan(LocalDate day, DayEnd end, Timestamp until, DayStretch[] stretches)
    {
        (Day, End, Until) = (day, end, until);
        this.stretches = stretches;
        foreach (var stretch in stretches)
        {
            if (stretch.IsOwn)
            {
                FirstSessionOpen = new Timestamp(stretch.From);
                break;
            }
        }
    }

    /// <summary>The trading day; by the clock alone, the date in New York.</summary>
    public LocalDate Day { get; }

    /// <summary>How it ends.</summary>
    public DayEnd End { get; }

    /// <summary>The first instant of the plan.</summary>
    public Timestamp Begins => new(stretches[0].From);

    /// <summary>The first instant of the next plan.</summary>
    public Timestamp Until { get; }

    /// <summary>When the profile's own hours begin on this day, and limits that hold until then are lifted; null when they never do.</summary>
    public Timestamp? FirstSessionOpen { get; }

    internal ReadOnlySpan<DayStretch> Stretches => stretches;

    /// <summary>Whether the plan tells about an instant.</summary>
    internal bool Contains(long instant) => instant >= stretches[0].From && instant < Until.UnixNanoseconds;
}

namespace Keel.Trading.Days;

/// <summary>Whether the hour allows an entry, and if not, why (control P28).</summary>
public enum EntryWindow
{
    /// <summary>An entry is possible.</summary>
    Open,

    /// <summary>A session or a scheduled halt ended moments ago.</summary>
    AfterOpen,

    /// <summary>A scheduled halt or the close is near.</summary>
    BeforeHalt,

    /// <summary>The end of the profile's day has come: see <see cref="DayPhase"/>.</summary>
    DayEnds,

    /// <summary>Nothing trades.</summary>
    Closed,
}

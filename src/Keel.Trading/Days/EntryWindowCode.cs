namespace Keel.Trading.Days;

/// <summary>The stable codes under which the hour refuses an entry.</summary>
public static class EntryWindowCode
{
    /// <summary>The code in journals and results; null where entries are possible.</summary>
    public static string? Of(EntryWindow window) =>
        window switch
        {
            EntryWindow.Open => null,
            EntryWindow.AfterOpen => "session_open",
            EntryWindow.BeforeHalt => "scheduled_halt",
            EntryWindow.DayEnds => "no_entry",
            EntryWindow.Closed => "market_closed",
        };
}

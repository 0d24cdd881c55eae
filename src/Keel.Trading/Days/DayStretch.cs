namespace Keel.Trading.Days;

/// <summary>A stretch of a day within which nothing changes.</summary>
/// <param name="From">Its first instant, in UTC nanoseconds; it reaches to the next stretch.</param>
/// <param name="Phase">How far the end of the day has come.</param>
/// <param name="Window">Whether an entry is possible.</param>
/// <param name="IsOwn">Whether it lies in the hours that the profile calls its own.</param>
/// <param name="DayNumber">The trading day, in days since 1970-01-01.</param>
internal readonly record struct DayStretch(long From, DayPhase Phase, EntryWindow Window, bool IsOwn, int DayNumber);

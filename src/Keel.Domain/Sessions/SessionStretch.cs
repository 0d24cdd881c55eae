namespace Keel.Domain.Sessions;

/// <summary>A stretch of time within which one answer holds: the same session, or none, and the same part of the day.</summary>
/// <param name="From">The first instant, in UTC nanoseconds.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Part">The part of the day.</param>
/// <param name="Session">The session whose hours contain it; null between sessions.</param>
public readonly record struct SessionStretch(long From, long Until, DayPart Part, TradingSession? Session);

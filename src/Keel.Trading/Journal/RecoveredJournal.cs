namespace Keel.Trading.Journal;

/// <summary>What a recovery found and did.</summary>
/// <param name="End">How the journal ended before it.</param>
/// <param name="KeptAt">The file beside it that now holds what was cut off; null when nothing was.</param>
public readonly record struct RecoveredJournal(JournalEnd End, string? KeptAt);

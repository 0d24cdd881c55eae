using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>A pause after so many losses in a row; the longest streak's pause comes again with each further loss.</summary>
public readonly record struct StreakPause(int Losses, Span Pause);

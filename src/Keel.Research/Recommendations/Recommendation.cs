namespace Keel.Research.Recommendations;

/// <summary>Something that the trades say beyond chance, as a sentence with its figures.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Group">Which one: the hour 0 to 23, the weekday 1 (Monday) to 7, the side 1 (long) or -1 (short); 0 for the size of losers.</param>
/// <param name="Sentence">What to do and why.</param>
/// <param name="Trades">How many trades it rests on.</param>
/// <param name="Chance">The chance of seeing as much without any reason, corrected for everything that was looked at.</param>
public sealed record Recommendation(RecommendationKind Kind, int Group, string Sentence, int Trades, double Chance);

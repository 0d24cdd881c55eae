namespace Keel.Trading.Sizing;

/// <summary>From this confidence on, the size is multiplied by so much.</summary>
/// <param name="From">The lowest confidence of the step.</param>
/// <param name="Multiplier">The multiplier; zero or more.</param>
public readonly record struct ConfidenceStep(decimal From, decimal Multiplier);

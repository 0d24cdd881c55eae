namespace Keel.Trading.Conditions;

/// <summary>Below which share of the normal volume nothing is entered, and from which higher one on it is again.</summary>
/// <param name="PauseBelow">Below this share nothing is entered.</param>
/// <param name="PauseEnds">The pause ends at this share or above.</param>
/// <param name="ByHand">Whether a pause ends only when a person says so.</param>
public sealed record VolumeRules(double PauseBelow = 0.10, double PauseEnds = 0.20, bool ByHand = false);

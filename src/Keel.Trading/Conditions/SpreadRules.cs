using Keel.Domain;

namespace Keel.Trading.Conditions;

/// <summary>Beyond which spread nothing is entered, and how narrow it must have been for how long before it is again.</summary>
/// <param name="Widest">Above so many ticks nothing is entered.</param>
/// <param name="Narrow">The pause ends once the spread has been at most so many ticks …</param>
/// <param name="Calm">… for so long.</param>
/// <param name="ByHand">Whether a pause ends only when a person says so.</param>
public sealed record SpreadRules(int Widest, int Narrow, Span Calm, bool ByHand = false)
{
    /// <summary>Above 2 ticks, until it has been 1 for ten seconds.</summary>
    public static SpreadRules Usual { get; } = new(2, 1, Span.FromSeconds(10));
}

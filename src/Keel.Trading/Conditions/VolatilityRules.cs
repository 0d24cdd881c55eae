namespace Keel.Trading.Conditions;

/// <summary>From which multiple of the normal range on sizes are halved and entries pause, and at which lower one each ends.</summary>
/// <param name="HalfAbove">Above this multiple sizes are halved.</param>
/// <param name="PauseAbove">Above this multiple nothing is entered.</param>
/// <param name="HalfEnds">Half size ends at this multiple or below.</param>
/// <param name="PauseEnds">The pause ends at this multiple or below; half size goes on.</param>
/// <param name="ByHand">Whether a pause ends only when a person says so.</param>
public sealed record VolatilityRules(
    double HalfAbove = 3,
    double PauseAbove = 5,
    double HalfEnds = 2.5,
    double PauseEnds = 4,
    bool ByHand = false
);

namespace Keel.Research.Recommendations;

/// <summary>An hour, weekday or side that loses more than the rest, beyond chance.</summary>
/// <param name="Kind">What sort of group.</param>
/// <param name="Group">Which one, as in <see cref="TradeColumns"/>.</param>
/// <param name="Trades">Trades in it.</param>
/// <param name="Net">What they made after costs, all contracts.</param>
/// <param name="RestTrades">Trades outside of it.</param>
/// <param name="RestNet">What those made; what was found before is in neither.</param>
/// <param name="Chance">Corrected for all groups of all kinds.</param>
/// <param name="LookedAt">How many groups were compared.</param>
internal sealed record LosingGroup(
    RecommendationKind Kind,
    int Group,
    int Trades,
    decimal Net,
    int RestTrades,
    decimal RestNet,
    double Chance,
    int LookedAt
);

using Keel.Domain;

namespace Keel.Trading.Ledger;

/// <summary>What one trading day brought, open positions marked to its last price, all costs included.</summary>
/// <param name="DayNumber">The trading day, in days since 1970-01-01.</param>
/// <param name="Net">Change of equity over the day.</param>
/// <param name="Realised">Net of the trades closed on it.</param>
/// <param name="Trades">How many trades closed on it.</param>
/// <param name="Low">The lowest equity of the day against its start, zero or below.</param>
public readonly record struct DayResult(int DayNumber, Money Net, Money Realised, int Trades, Money Low)
{
    /// <summary>The lowest that the net of the day's closed trades ever stood, zero or below.</summary>
    public Money LowestRealised { get; init; }

    /// <summary>The seat whose own budget it is, counted from 0; null for the pool of all.</summary>
    public int? Seat { get; init; }
}

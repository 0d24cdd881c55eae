using Keel.Domain;
using Keel.Trading.Orders;

namespace Keel.Trading.Ledger;

/// <summary>A round trip, from flat to flat, as it is booked: fills with slippage, money to the cent.</summary>
public readonly record struct ClosedTrade
{
    /// <summary>Which strategy of the run it belongs to, counted from 0.</summary>
    public required int Seat { get; init; }

    /// <summary>Long or short.</summary>
    public required Side Side { get; init; }

    /// <summary>How many contracts were held at most.</summary>
    public required int Contracts { get; init; }

    /// <summary>Contracts that went in and out, equal to <see cref="Contracts"/> unless some were added after others had left.</summary>
    public required int Turned { get; init; }

    /// <summary>Time of the first entry fill; on bars, the opening time of the bar.</summary>
    public required Timestamp EntryTime { get; init; }

    /// <summary>Time of the last exit fill; on bars, the opening time of the bar.</summary>
    public required Timestamp ExitTime { get; init; }

    /// <summary>Sum over all entry fills of price in ticks × contracts.</summary>
    public required long EntryTicks { get; init; }

    /// <summary>Sum over all exit fills of price in ticks × contracts.</summary>
    public required long ExitTicks { get; init; }

    /// <summary>Profit without slippage and commission.</summary>
    public required Money Gross { get; init; }

    /// <summary>Fees of all fills, positive.</summary>
    public required Money Commission { get; init; }

    /// <summary>What slippage cost, positive.</summary>
    public required Money Slippage { get; init; }

    /// <summary>The worst case that was reserved before the entry.</summary>
    public required Money Risk { get; init; }

    /// <summary>The worst open profit while it was held, zero or below, before exit costs.</summary>
    public required Money WorstOpen { get; init; }

    /// <summary>The best open profit while it was held, zero or above, before exit costs.</summary>
    public required Money BestOpen { get; init; }

    /// <summary>Why it ended.</summary>
    public required ExitReason Reason { get; init; }

    /// <summary>The model's confidence at entry; NaN when there is no model.</summary>
    public double Confidence { get; init; }

    /// <summary>The model's class at entry; -1 when there is no model.</summary>
    public int PredictedClass { get; init; }

    /// <summary>Whether stop and target lay in the same bar, so that the pessimistic rule decided.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Profit after slippage and commission.</summary>
    public Money Net => Gross - Slippage - Commission;

    /// <summary>The average entry price in ticks.</summary>
    public decimal EntryPrice => EntryTicks / (decimal)Turned;

    /// <summary>The average exit price in ticks.</summary>
    public decimal ExitPrice => ExitTicks / (decimal)Turned;
}

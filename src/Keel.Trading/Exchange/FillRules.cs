using Keel.Domain;
using Keel.Trading.Setup;

namespace Keel.Trading.Exchange;

/// <summary>How the simulated exchange fills, and what it charges.</summary>
public sealed record FillRules
{
    /// <summary>The model.</summary>
    public required FillModel Model { get; init; }

    /// <summary>Slippage of market and stop orders.</summary>
    public required SlippageRule Slippage { get; init; }

    /// <summary>Fees.</summary>
    public required FeeRule Fees { get; init; }

    /// <summary>From decision to exchange, for the realistic model.</summary>
    public Span Latency { get; init; }

    /// <summary>The share of a bar's volume that one order may take, for the realistic model.</summary>
    public decimal VolumeShare { get; init; } = 0.1m;

    /// <summary>How far beyond its limit a price must trade for a limit order to fill, in ticks.</summary>
    internal int Through => Model is FillModel.Conservative or FillModel.Realistic ? 1 : 0;
}

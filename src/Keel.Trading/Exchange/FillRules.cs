using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
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

    /// <summary>From decision to exchange, for the realistic model; on quotes and trades for cancels and changes as well.</summary>
    public Span Latency { get; init; }

    /// <summary>The share of a bar's volume that one order may take, for the realistic model; one lot at least.</summary>
    public decimal VolumeShare { get; init; } = 0.1m;

    /// <summary>What sets off a stop where quotes are seen.</summary>
    public StopTrigger StopTrigger { get; init; } = StopTrigger.Trades;

    /// <summary>How many ticks beyond its stop a triggered stop may sell or buy; what does not fill within rests there as a limit. Null: at any price.</summary>
    public int? Protection { get; init; }

    /// <summary>When the exchange is open; null: whenever there are prices.</summary>
    public ITradingHours? Hours { get; init; }

    /// <summary>Stops of trading that no calendar announced.</summary>
    public IReadOnlyList<TimeRange> Halts { get; init; } = [];

    /// <summary>The instrument whose daily price limits hold; null: none.</summary>
    public Instrument? LimitsOf { get; init; }

    /// <summary>How far beyond its limit a price must trade for a limit order to fill, in ticks.</summary>
    internal int Through => Model is FillModel.Conservative or FillModel.Realistic ? 1 : 0;

    /// <summary>How many of an order's lots a bar has room for.</summary>
    internal int Share(in Bar bar, int lots) =>
        Model == FillModel.Realistic ? (int)Math.Min(lots, Math.Max(1, (long)(bar.Volume.Lots * VolumeShare))) : lots;

    /// <summary>How long a command travels, in nanoseconds.</summary>
    internal long Delay => Model == FillModel.Realistic ? Latency.Nanoseconds : 0;
}

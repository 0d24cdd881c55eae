using Keel.Data.Import.Clock;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Import;

/// <summary>How a table is to be read, all questions answered: instrument, tick, bar length, zone and stamp, and the order of its rows.</summary>
internal sealed record TableReading
{
    public required string Instrument { get; init; }

    public required ITradingHours Hours { get; init; }

    /// <summary>Between which prices the market is believed to trade; null where nothing is known.</summary>
    public PlausiblePrices? Plausible { get; init; }

    public required BarLength Length { get; init; }

    public required JudgeRules Rules { get; init; }

    public required Survey Survey { get; init; }

    public required string Zone { get; init; }

    public required Stamp Stamp { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public string Schema => $"bars-{Length}";

    public PriceGrid Grid => Rules.Grid;
}

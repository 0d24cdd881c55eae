namespace Keel.Domain.Instruments;

/// <summary>Something that can be traded: how its prices are spaced, what a point is worth, which calendar it keeps.</summary>
public sealed record Instrument
{
    /// <summary>The root symbol: <c>MES</c>, <c>MCL</c>, <c>BTCUSDT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>The name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Where it trades: <c>CME</c>, <c>NYMEX</c>, <c>Binance</c>.</summary>
    public required string Exchange { get; init; }

    /// <summary>The currency in which profit is paid.</summary>
    public required string Currency { get; init; }

    /// <summary>The grid of its prices.</summary>
    public required PriceGrid Grid { get; init; }

    /// <summary>What one point is worth for one lot, in its currency.</summary>
    public required decimal PointValue { get; init; }

    /// <summary>The calendar it keeps: <c>equity_index</c>, <c>energy_crude</c>, <c>continuous</c>; null when none is known.</summary>
    public string? Calendar { get; init; }

    /// <summary>What one tick is worth for one lot, in its currency.</summary>
    public decimal TickValue => Grid.Tick * PointValue;
}

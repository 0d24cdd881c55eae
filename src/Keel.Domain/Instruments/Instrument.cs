namespace Keel.Domain.Instruments;

/// <summary>Something that can be traded: how its prices are spaced, what a point is worth, which calendar it keeps.</summary>
public sealed record Instrument
{
    /// <summary>The root symbol: <c>MES</c>, <c>MCL</c>, <c>BTCUSDT</c>; neither empty nor with blanks.</summary>
    public required string Symbol
    {
        get;
        init =>
            field =
                value.Length > 0 && !value.Any(char.IsWhiteSpace)
                    ? value
                    : throw new ArgumentException($"'{value}' is not a symbol: a symbol has letters and no blanks");
    }

    /// <summary>The name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Where it trades: <c>CME</c>, <c>NYMEX</c>, <c>Binance</c>; for a future also the exchange under which Interactive Brokers lists it; the part before the colon in <see cref="Key"/>.</summary>
    public required string Exchange { get; init; }

    /// <summary>The currency in which profit is paid.</summary>
    public required string Currency { get; init; }

    /// <summary>The grid on which all its prices lie.</summary>
    public required PriceGrid Grid { get; init; }

    /// <summary>What one point is worth for one lot, in its currency; throws where that depends on the price (<see cref="HasFixedPointValue"/>).</summary>
    public required decimal PointValue
    {
        get =>
            field > 0
                ? field
                : throw new InvalidOperationException(
                    $"a point of {Symbol} has no fixed value: an inverse contract pays in coin"
                );
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(PointValue));
            HasFixedPointValue = value > 0;
            field = value;
        }
    }

    /// <summary>Whether a point is worth the same at every price; false for inverse perpetuals, whose profit is size × (1/entry − 1/exit).</summary>
    public bool HasFixedPointValue { get; private init; }

    /// <summary>The calendar it keeps: <c>equity_index</c>, <c>energy_crude</c>, <c>continuous</c>; null when none is known.</summary>
    public string? Calendar { get; init; }

    /// <summary>The first day on which it traded; null when it is older than any data, or not known.</summary>
    public NodaTime.LocalDate? FirstTradeDate { get; init; }

    /// <summary>What a dated future adds: months, expiry, its big sister; null for anything else.</summary>
    public FutureTerms? Future { get; init; }

    /// <summary>What a crypto perpetual adds: lots, contract size, funding; null for anything else.</summary>
    public PerpetualTerms? Perpetual { get; init; }

    /// <summary>What one tick is worth for one lot, in its currency.</summary>
    public decimal TickValue => Grid.Tick * PointValue;

    /// <summary>The name that no other instrument has: <c>CME:MES</c>, <c>Binance:BTCUSDT</c>.</summary>
    public string Key => Exchange.Length == 0 ? Symbol : $"{Exchange}:{Symbol}";

    /// <summary>An instrument of which only the tick is known: a point is worth one, there is no calendar and no expiry.</summary>
    public static Instrument Custom(string symbol, decimal tick) =>
        new()
        {
            Symbol = symbol,
            Name = symbol,
            Exchange = "",
            Currency = "USD",
            Grid = PriceGrid.Of(tick),
            PointValue = 1,
        };

    /// <summary>The root symbol.</summary>
    public override string ToString() => Symbol;
}

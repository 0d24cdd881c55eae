using System.Globalization;

namespace Keel.Domain.Instruments;

/// <summary>The grid of prices that an instrument may have: multiples of a tick, which is a whole number of decimal units (0.25 is 25 hundredths).</summary>
public sealed record PriceGrid
{
    /// <summary>The finest grid that is accepted: nine decimals.</summary>
    public const int MaxDecimals = 9;

    private PriceGrid(decimal tick, int decimals, long unitsPerTick)
    {
        Tick = tick;
        Decimals = decimals;
        UnitsPerTick = unitsPerTick;
        Scale = (long)Pow10(decimals);
    }

    /// <summary>The distance between two neighbouring prices, in points.</summary>
    public decimal Tick { get; }

    /// <summary>How many decimals a price needs to be written exactly.</summary>
    public int Decimals { get; }

    /// <summary>The tick counted in units of the last decimal: 25 for a tick of 0.25.</summary>
    public long UnitsPerTick { get; }

    /// <summary>How many units make a point: 100 for two decimals.</summary>
    public long Scale { get; }

    /// <summary>The grid with this tick; throws unless it is above zero with at most nine decimals.</summary>
    public static PriceGrid Of(decimal tick)
    {
        if (!TryOf(tick, out var grid))
        {
            throw new ArgumentOutOfRangeException(
                nameof(tick),
                tick,
                "a tick is above zero, at most 1,000,000, with at most nine decimals"
            );
        }

        return grid;
    }

    /// <summary>The grid with this tick; false unless it is above zero with at most nine decimals.</summary>
    public static bool TryOf(decimal tick, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PriceGrid? grid)
    {
        grid = null;
        if (tick <= 0 || tick > 1_000_000)
        {
            return false;
        }

        for (var decimals = 0; decimals <= MaxDecimals; decimals++)
        {
            var units = tick * Pow10(decimals);
            if (units == decimal.Truncate(units))
            {
                grid = new PriceGrid(tick / 1.0000000000000000000000000000m, decimals, (long)units);
                return true;
            }
        }

        return false;
    }

    /// <summary>The price in ticks; false when it lies between two of them.</summary>
    public bool TryToPrice(decimal points, out Price price)
    {
        // The remainder is exact, where a quotient may be rounded onto a tick; the size is asked first, since dividing by a tiny tick could overflow.
        var onGrid = Math.Abs(points) <= long.MaxValue * Tick && points % Tick == 0;
        price = onGrid ? new Price((long)(points / Tick)) : default;
        return onGrid;
    }

    /// <summary>The price in ticks; throws when it lies between two of them.</summary>
    public Price ToPrice(decimal points) =>
        TryToPrice(points, out var price)
            ? price
            : throw new ArgumentOutOfRangeException(
                nameof(points),
                points,
                $"the price is not on the grid of {Tick.ToString(CultureInfo.InvariantCulture)}"
            );

    /// <summary>The price in points, exactly.</summary>
    public decimal ToPoints(Price price) => price.InTicks * Tick;

    /// <summary>The price in points as text, with the grid's own number of decimals.</summary>
    public string Format(Price price) =>
        ToPoints(price).ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static decimal Pow10(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}

using System.Globalization;

namespace Keel.Domain.Instruments;

/// <summary>A rule of order prices without a fixed tick: so many significant digits, and no finer than a grid (Hyperliquid). Distances between neighbours grow with the price.</summary>
/// <remarks>Every price the rule allows lies on the finest grid, so prices are still held in ticks of it; only an order's price needs the rounding here.</remarks>
public sealed record SignificantDigits
{
    /// <summary>The rule; throws unless there are one to eighteen digits and the finest grid is 1 or a decimal fraction of it (0.1, 0.01).</summary>
    public SignificantDigits(int digits, PriceGrid finest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 18);
        if (finest.UnitsPerTick != 1)
        {
            throw new ArgumentException($"digits cannot be counted on a grid of {finest.Tick}", nameof(finest));
        }

        (Digits, Finest) = (digits, finest);
    }

    /// <summary>The most significant digits a price may have.</summary>
    public int Digits { get; }

    /// <summary>The grid on which all prices lie.</summary>
    public PriceGrid Finest { get; }

    /// <summary>Whether an order may have this price.</summary>
    public bool Allows(Price price) => RoundDown(price) == price;

    /// <summary>The highest allowed price that is not above this one.</summary>
    public Price RoundDown(Price price)
    {
        var step = StepAt(price);
        var rest = price.InTicks % step;
        return new Price(price.InTicks - (rest < 0 ? rest + step : rest));
    }

    /// <summary>The lowest allowed price that is not below this one.</summary>
    public Price RoundUp(Price price) => new(-RoundDown(new Price(-price.InTicks)).InTicks);

    /// <summary>In words: <c>5 significant digits on a grid of 0.1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Digits} significant digits on a grid of {Finest.Tick}");

    // The finest grid is a power of ten, so the digits of the count of ticks are the digits of the price.
    private long StepAt(Price price)
    {
        var size = Math.Abs((decimal)price.InTicks);
        var step = 1L;
        for (var limit = Pow10(Digits); size >= limit; limit *= 10)
        {
            step *= 10;
        }

        return step;
    }

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

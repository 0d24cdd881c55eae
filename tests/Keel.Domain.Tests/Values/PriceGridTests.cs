using System.Globalization;
using FsCheck.Fluent;
using Keel.Domain.Instruments;

namespace Keel.Domain.Tests.Values;

public sealed class PriceGridTests
{
    [Theory]
    [InlineData("0.25", 2, 25, 100)]
    [InlineData("0.10", 1, 1, 10)]
    [InlineData("1", 0, 1, 1)]
    [InlineData("5", 0, 5, 1)]
    [InlineData("0.0000005", 7, 5, 10_000_000)]
    [InlineData("0.00390625", 8, 390_625, 100_000_000)]
    public void A_tick_is_a_whole_number_of_its_last_decimal(string tick, int decimals, long units, long scale)
    {
        var grid = PriceGrid.Of(Number(tick));
        Assert.Equal((decimals, units, scale), (grid.Decimals, grid.UnitsPerTick, grid.Scale));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.25")]
    [InlineData("0.0000000001")]
    [InlineData("1000001")]
    public void A_tick_that_is_no_tick_is_refused(string tick)
    {
        Assert.False(PriceGrid.TryOf(Number(tick), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceGrid.Of(Number(tick)));
    }

    [Fact]
    public void Every_price_is_read_back_from_its_points() =>
        Property.Holds(
            Gen.Zip(Property.Longs(), Gen.Elements("0.25", "0.1", "1", "0.01", "0.0000005", "0.00390625", "0.3")),
            pair =>
            {
                var grid = PriceGrid.Of(Number(pair.Item2));
                var price = new Price(pair.Item1);
                return grid.ToPrice(grid.ToPoints(price)) == price
                    && grid.ToPrice(Number(grid.Format(price))) == price
                    && (grid.UnitsPerTick == 1 || !grid.TryToPrice(grid.ToPoints(price) + (1m / grid.Scale), out _));
            }
        );

    [Fact]
    public void A_price_between_two_ticks_is_refused_however_little_it_is_off()
    {
        var grid = PriceGrid.Of(1_000_000);
        Assert.False(grid.TryToPrice(0.0000000000000000000000000001m, out _));
        Assert.False(PriceGrid.Of(0.25m).TryToPrice(20_000.1m, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceGrid.Of(0.25m).ToPrice(20_000.1m));
    }

    [Fact]
    public void A_price_beyond_all_ticks_is_refused_not_an_overflow()
    {
        Assert.False(PriceGrid.Of(0.000000001m).TryToPrice(decimal.MaxValue, out _));
        Assert.False(PriceGrid.Of(0.25m).TryToPrice(decimal.MinValue, out _));
    }

    [Fact]
    public void Zero_and_below_are_ordinary_prices()
    {
        var crude = PriceGrid.Of(0.01m);
        Assert.Equal(new Price(-3763), crude.ToPrice(-37.63m));
        Assert.Equal("-37.63", crude.Format(new Price(-3763)));
        Assert.Equal("0.00", crude.Format(new Price(0)));
    }

    [Fact]
    public void Grids_of_the_same_tick_are_equal_however_it_was_written() =>
        Assert.Equal(PriceGrid.Of(0.1m), PriceGrid.Of(0.10m));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

using FsCheck.Fluent;
using Keel.Domain.Markets;

namespace Keel.Domain.Tests.Values;

public sealed class PlainValueTests
{
    [Fact]
    public void A_point_plus_a_distance_minus_the_point_is_the_distance() =>
        Property.Holds(
            Gen.Zip(Property.Longs(), Property.Longs()),
            pair =>
            {
                var (price, distance) = (new Price(pair.Item1), new Ticks(pair.Item2));
                var (instant, length) = (new Timestamp(pair.Item1), new Span(pair.Item2));
                return price + distance - price == distance
                    && price + distance - distance == price
                    && instant + length - instant == length
                    && instant + length - length == instant
                    && (price + distance > price) == (distance > default(Ticks));
            }
        );

    [Fact]
    public void Sums_beyond_the_largest_number_are_refused_not_wrapped()
    {
        Assert.Throws<OverflowException>(() => new Price(long.MaxValue) + new Ticks(1));
        Assert.Throws<OverflowException>(() => Timestamp.MaxValue + new Span(1));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Quantity(long.MaxValue) + new Quantity(1));
        Assert.Throws<OverflowException>(() => Span.FromHours(long.MaxValue));
    }

    [Fact]
    public void An_instant_is_read_back_from_its_text() =>
        Property.Holds(
            Property.Longs(),
            nanoseconds =>
            {
                var instant = new Timestamp(nanoseconds);
                return Timestamp.Parse(instant.ToString()) == instant
                    && Timestamp.Parse(instant.ToString(9)) == instant
                    && Timestamp.FromInstant(instant.ToInstant()) == instant;
            }
        );

    [Fact]
    public void The_ends_of_time_are_read_back_and_nothing_lies_beyond()
    {
        Assert.Equal(Timestamp.MaxValue, Timestamp.Parse(Timestamp.MaxValue.ToString()));
        Assert.Equal(Timestamp.MinValue, Timestamp.Parse(Timestamp.MinValue.ToString()));
        Assert.False(Timestamp.TryParse("2262-04-11T23:47:16.854775808Z", out _));
        Assert.False(Timestamp.TryParse("2500-01-01T00:00:00Z", out _));
    }

    [Theory]
    [InlineData("2025-11-28T18:10:00Z", true)]
    [InlineData("2025-11-28T18:10:00.000000001Z", true)]
    [InlineData("2025-11-28T18:10:00", false)]
    [InlineData("2025-11-28T18:10:00+01:00", false)]
    [InlineData("2025-11-28", false)]
    [InlineData("", false)]
    public void Only_an_instant_in_utc_is_an_instant(string text, bool valid) =>
        Assert.Equal(valid, Timestamp.TryParse(text, out _));

    [Fact]
    public void A_length_of_time_is_printed_exactly()
    {
        Assert.Equal("90s", Span.FromSeconds(90).ToString());
        Assert.Equal("9223372036.854775807s", new Span(long.MaxValue).ToString());
        Assert.Equal("-0.000000001s", new Span(-1).ToString());
        Assert.Equal(1.5, Span.FromSeconds(90).TotalMinutes);
    }

    [Fact]
    public void A_quantity_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(1) - new Quantity(2));
        Assert.True((new Quantity(2) - new Quantity(2)).IsZero);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(499_999, 0)]
    [InlineData(500_000, 1)]
    [InlineData(-499_999, 0)]
    [InlineData(-500_000, -1)]
    [InlineData(1_499_999, 1)]
    [InlineData(long.MaxValue, 9_223_372_036_855)]
    [InlineData(long.MinValue, -9_223_372_036_855)]
    public void Money_rounds_half_a_cent_away_from_zero(long units, long cents) =>
        Assert.Equal(cents, new Money(units).RoundedCents);

    [Fact]
    public void Money_holds_eight_decimals_and_no_more() =>
        Property.Holds(Property.Longs(), units => Money.From(new Money(units).Amount) == new Money(units));

    [Fact]
    public void Money_is_exact_or_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.From(0.000000001m));
        Assert.Throws<OverflowException>(() => Money.From(92_233_720_369m));
        Assert.Equal("-1.25", Money.From(-1.25m).ToString());
        Assert.Equal("0.00000001", new Money(1).ToString());
        Assert.Equal(Money.FromCents(-84), -(Money.FromCents(42) * 2));
    }

    [Fact]
    public void A_bar_holds_exactly_when_no_price_lies_outside_high_and_low() =>
        Property.Holds(
            Gen.Four(Gen.Choose(-3, 3)),
            four =>
            {
                var (open, high, low, close) = four;
                int[] prices = [open, high, low, close];
                var legal = prices.Max() == high && prices.Min() == low;
                return legal == (Record.Exception(() => Bar(open, high, low, close)) is null)
                    && legal == Domain.Markets.Bar.Holds(open, high, low, close);
            }
        );

    [Fact]
    public void A_bar_gives_back_what_it_was_made_of_and_is_twenty_four_bytes()
    {
        var bar = Bar(-1, 3, -5, 2);
        Assert.Equal(
            (Timestamp.FromUnixSeconds(7), new Price(-1), new Price(3), new Price(-5), new Price(2), new Quantity(9)),
            (bar.OpenTime, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume)
        );
        Assert.Equal(24, System.Runtime.CompilerServices.Unsafe.SizeOf<Bar>());
        Assert.Throws<OverflowException>(() => Bar(1L << 31, 1L << 31, 1L << 31, 1L << 31));
    }

    [Fact]
    public void A_quote_may_be_locked_but_not_crossed()
    {
        var time = new Timestamp(0);
        Assert.Equal(new Ticks(0), new Quote(time, new Price(4), new Quantity(1), new Price(4), new Quantity(1)).Spread);
        Assert.Throws<ArgumentException>(() => new Quote(time, new Price(5), new Quantity(1), new Price(4), new Quantity(1)));
    }

    [Fact]
    public void A_level_has_no_fewer_than_no_orders()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookLevel(new Price(1), new Quantity(1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(BookLevel) with { Orders = -1 });
        Assert.Equal(3, (default(BookLevel) with { Orders = 3 }).Orders);
    }

    private static Bar Bar(long open, long high, long low, long close) =>
        new(Timestamp.FromUnixSeconds(7), new Price(open), new Price(high), new Price(low), new Price(close), new Quantity(9));
}

using FsCheck.Fluent;
using Keel.Domain.Markets;

namespace Keel.Domain.Tests.Values;

public sealed class BarLengthTests
{
    [Theory]
    [InlineData("1s", 1, "1s")]
    [InlineData("90s", 90, "90s")]
    [InlineData("60s", 60, "1m")]
    [InlineData("5m", 300, "5m")]
    [InlineData("4h", 14_400, "4h")]
    [InlineData("24h", 86_400, "24h")]
    public void A_length_is_read_and_printed_in_its_largest_unit(string text, int seconds, string printed)
    {
        var length = BarLength.Parse(text);
        Assert.Equal(Span.FromSeconds(seconds), length.Length);
        Assert.Equal(printed, length.ToString());
        Assert.Equal(BarLength.FromSeconds(seconds), length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0s")]
    [InlineData("-1m")]
    [InlineData("1.5h")]
    [InlineData("2d")]
    [InlineData("25h")]
    [InlineData("2147483647h")]
    [InlineData("1w")]
    [InlineData("1M")]
    public void Anything_else_is_refused_and_leaves_nothing_behind(string text)
    {
        Assert.False(BarLength.TryParse(text, out var length));
        Assert.True(length.IsNone);
        Assert.Throws<FormatException>(() => BarLength.Parse(text));
    }

    [Fact]
    public void A_trading_day_has_no_fixed_length()
    {
        Assert.Equal(BarLength.TradingDay, BarLength.Parse("1d"));
        Assert.True(BarLength.TradingDay.IsTradingDay);
        Assert.Throws<InvalidOperationException>(() => BarLength.TradingDay.Length);
        Assert.Throws<InvalidOperationException>(() => default(BarLength).Length);
        Assert.NotEqual(BarLength.TradingDay, BarLength.FromSeconds(86_400));
    }

    [Fact]
    public void Every_length_is_read_back_from_its_text() =>
        Property.Holds(
            Gen.Choose(1, 86_400),
            seconds => BarLength.Parse(BarLength.FromSeconds(seconds).ToString()) == BarLength.FromSeconds(seconds)
        );
}

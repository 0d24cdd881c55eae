using System.Globalization;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Costs;
using NodaTime;
using NodaTime.Text;

namespace Keel.Domain.Tests.Instruments;

public sealed class FeeScheduleTests
{
    [Theory]
    [InlineData("profile", "MES", "2019-05-06", "0.84", false)]
    [InlineData("a-original", "MES", "2023-01-03", "0.84", false)]
    [InlineData("topstepx", "MES", "2025-02-01", "0.74", true)]
    [InlineData("topstepx", "MES", "2026-06-30", "0.74", true)]
    [InlineData("topstepx", "MES", "2026-07-01", "1.22", false)]
    [InlineData("topstepx", "M2K", "2026-07-01", "1.22", true)]
    [InlineData("topstepx", "ES", "2026-11-20", "2.80", true)]
    [InlineData("topstepx-2026", "MES", "2020-03-16", "1.22", false)]
    [InlineData("topstepx-2026", "MNQ", "2024-01-02", "1.22", false)]
    [InlineData("topstepx-2026", "MCL", "2024-01-02", "1.52", true)]
    [InlineData("topstepx-2026", "RTY", "2024-01-02", "2.80", true)]
    [InlineData("ib", "MES", "2025-12-31", "1.10", true)]
    [InlineData("ib", "MES", "2026-01-01", "1.24", true)]
    [InlineData("ib", "MCL", "2026-01-01", "1.54", true)]
    public void A_fee_holds_from_its_date(string schedule, string symbol, string day, string roundTurn, bool unverified)
    {
        var on = LocalDatePattern.Iso.Parse(day).Value;
        Assert.True(FeeSchedule.Find(schedule).TryFee(InstrumentTable.Find(symbol), on, out var fee, out _));
        Assert.Equal(decimal.Parse(roundTurn, CultureInfo.InvariantCulture), fee.RoundTurn.Amount);
        Assert.Equal(unverified, fee.IsUnverified);
        Assert.NotEmpty(fee.Source);
    }

    [Fact]
    public void The_parts_of_the_fee_are_kept_apart()
    {
        FeeSchedule.Find("topstepx-2026").TryFee(InstrumentTable.Find("MES"), new LocalDate(2026, 8, 3), out var fee, out _);
        Assert.Equal(Money.FromCents(25), fee!.Commission);
        Assert.Equal(Money.FromCents(36), fee.Exchange);
        Assert.Equal(Money.FromCents(61), fee.PerSide);
    }

    [Theory]
    [InlineData("topstepx", "MES", "topstepx knows the fee for MES from 2025-02-01, not on 2025-01-31")]
    [InlineData("topstepx", "MGC", "topstepx has no fee for COMEX:MGC")]
    [InlineData("binance", "MES", "binance has no fee for CME:MES")]
    [InlineData("topstepx", "OKX:BTC-USDT-SWAP", "topstepx has no fee for OKX:BTC-USDT-SWAP")]
    public void A_fee_that_is_not_known_says_why(string schedule, string symbol, string why)
    {
        var day = new LocalDate(2025, 1, 31);
        Assert.False(FeeSchedule.Find(schedule).TryFee(InstrumentTable.Find(symbol), day, out _, out var reason));
        Assert.Equal(why, reason);
    }

    [Fact]
    public void Venues_of_perpetuals_take_shares_of_the_value()
    {
        Assert.True(FeeSchedule.Find("bybit").TryRates(new LocalDate(2026, 1, 1), out var rates, out _));
        Assert.Equal((0.0002m, 0.00055m), (rates.Maker, rates.Taker));
        Assert.False(FeeSchedule.Find("bybit").TryRates(new LocalDate(2019, 8, 31), out _, out var early));
        Assert.Contains("from 2019-09-01", early, StringComparison.Ordinal);
        Assert.False(FeeSchedule.Find("ib").TryRates(new LocalDate(2026, 1, 1), out _, out var none));
        Assert.Equal("ib takes no share of the traded value", none);
    }

    [Fact]
    public void An_unknown_schedule_is_answered_with_the_known_ones()
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => FeeSchedule.Find("topstep"));
        Assert.Contains("a-original, binance", thrown.Message, StringComparison.Ordinal);
    }
}

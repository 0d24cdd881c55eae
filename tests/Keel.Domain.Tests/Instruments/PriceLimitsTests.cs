using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Limits;
using NodaTime;

namespace Keel.Domain.Tests.Instruments;

public sealed class PriceLimitsTests
{
    private static readonly Instrument Mes = InstrumentTable.Find("MES");
    private static readonly LocalDate Day = new(2025, 6, 3);

    // 6000.00 points and 5900.00 points.
    private static readonly LimitReference Reference = new(new Price(24_000), new Price(23_600));

    [Theory]
    [InlineData(17, 0, 22_320, 25_680)]
    [InlineData(3, 0, 22_320, 25_680)]
    [InlineData(8, 29, 22_320, 25_680)]
    [InlineData(8, 30, 22_320, null)]
    [InlineData(14, 24, 22_320, null)]
    [InlineData(14, 25, 19_200, null)]
    [InlineData(14, 59, 19_200, null)]
    [InlineData(15, 0, 21_948, 25_252)]
    [InlineData(15, 59, 21_948, 25_252)]
    public void The_band_depends_on_the_time_of_day(int hour, int minute, int lower, int? upper)
    {
        var band = Band(PriceLimits.At(Mes, Day, new LocalTime(hour, minute), Reference));
        Assert.Equal(new Price(lower), band.Lower);
        Assert.Equal((long?)upper, band.Upper?.InTicks);
    }

    [Fact]
    public void In_regular_hours_three_levels_below_follow_each_other()
    {
        var band = Band(PriceLimits.At(Mes, Day, new LocalTime(10, 0), Reference));
        Assert.Equal([new Price(22_320), new Price(20_880), new Price(19_200)], band.Downs);
        Assert.Null(band.PauseWidth);
    }

    [Fact]
    public void After_three_the_nearer_of_the_two_levels_below_holds()
    {
        // The afternoon price fell 16 percent: seven more would pass the day's twenty.
        var fallen = new LimitReference(new Price(24_000), new Price(20_160));
        Assert.Equal(new Price(19_200), Band(PriceLimits.At(Mes, Day, new LocalTime(15, 0), fallen)).Lower);
    }

    [Fact]
    public void The_overnight_limit_was_five_percent_until_October_2020()
    {
        var night = new LocalTime(20, 0);
        var before = Band(PriceLimits.At(Mes, new LocalDate(2020, 10, 9), night, Reference));
        var after = Band(PriceLimits.At(Mes, new LocalDate(2020, 10, 12), night, Reference));
        Assert.Equal((new Price(22_800), new Price(25_200)), (before.Lower, before.Upper));
        Assert.Equal((new Price(22_320), new Price(25_680)), (after.Lower, after.Upper));
        Assert.True(after.IsUnverified);
        Assert.Equal(0.035m, after.PauseWidth);
    }

    [Fact]
    public void Limits_are_rounded_inward_to_the_tick()
    {
        var band = Band(PriceLimits.At(Mes, Day, new LocalTime(20, 0), new LimitReference(new Price(24_001))));
        Assert.Equal(new Price(22_321), band.Lower); // 22,320.93
        Assert.Equal(new Price(25_681), band.Upper); // 25,681.07
    }

    [Fact]
    public void An_instant_belongs_to_the_trading_day_that_ends_after_it()
    {
        // Sunday 2020-10-11, 18:00 Chicago, is the session of Monday the 12th.
        var band = Band(PriceLimits.At(Mes, Timestamp.Parse("2020-10-11T23:00:00Z"), Reference));
        Assert.Equal(new Price(22_320), band.Lower);
        // Friday the 9th, 08:00 Chicago.
        Assert.Equal(new Price(22_800), Band(PriceLimits.At(Mes, Timestamp.Parse("2020-10-09T13:00:00Z"), Reference)).Lower);
    }

    [Fact]
    public void Where_nothing_is_known_nothing_is_claimed()
    {
        Assert.IsType<LimitAnswer.None>(PriceLimits.At(Mes, Day, new LocalTime(16, 30), Reference));
        Assert.IsType<LimitAnswer.None>(PriceLimits.At(InstrumentTable.Find("MCL"), Day, new LocalTime(10, 0), Reference));
        Assert.IsType<LimitAnswer.Unknown>(PriceLimits.At(InstrumentTable.Find("GC"), Day, new LocalTime(10, 0), Reference));
        Assert.IsType<LimitAnswer.Unknown>(PriceLimits.At(Mes, new LocalDate(2012, 1, 3), new LocalTime(10, 0), Reference));
        Assert.IsType<LimitAnswer.Unknown>(PriceLimits.At(Mes, Day, new LocalTime(15, 0), new LimitReference(new Price(24_000))));
        Assert.IsType<LimitAnswer.Unknown>(PriceLimits.At(Mes, Day, new LocalTime(10, 0), new LimitReference(new Price(0))));
    }

    [Fact]
    public void Crude_pauses_at_a_width_that_was_raised_in_March_2020()
    {
        var crude = InstrumentTable.Find("CL");
        Assert.Equal(0.07m, PriceLimits.Breaker(crude, new LocalDate(2020, 3, 18))!.Width);
        Assert.Equal(0.15m, PriceLimits.Breaker(crude, new LocalDate(2020, 3, 19))!.Width);
        var present = PriceLimits.Breaker(crude, new LocalDate(2026, 11, 20))!;
        Assert.Equal((0.10m, true), (present.Width, present.IsUnverified));
        Assert.Equal(Span.FromMinutes(2), present.Pause);
        Assert.Null(PriceLimits.Breaker(Mes, Day));
    }

    private static LimitAnswer.Band Band(LimitAnswer answer) => Assert.IsType<LimitAnswer.Band>(answer);
}

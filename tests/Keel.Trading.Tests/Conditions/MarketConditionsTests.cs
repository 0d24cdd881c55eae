using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Conditions;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Tests.Risk;

namespace Keel.Trading.Tests.Conditions;

public sealed class MarketConditionsTests
{
    private const int Open = 570;
    private static readonly BreakerRules Rules = new()
    {
        Volatility = new VolatilityRules(),
        Volume = new VolumeRules(),
        Spread = SpreadRules.Usual,
        Days = 3,
        LeastDays = 2,
        RangeMinutes = 1,
    };

    [Fact]
    public void What_is_normal_comes_from_the_days_before_and_not_from_today()
    {
        var market = new Market(Rules);
        market.Day(0, range: 10, volume: 100);
        market.Day(1, range: 20, volume: 300);
        Assert.False(market.Conditions.IsWarm);

        // The range of 45 is three times the 15 of the days before, the volume a tenth of their 200.
        market.Day(2, range: 45, volume: 20);
        Assert.Equal((3.0, 0.1), (market.Conditions.RangeRatio, market.Conditions.VolumeRatio));
        Assert.Equal((BreakerState.Clear, BreakerState.Clear), (market.Volatility, market.Volume));
        Assert.Equal("ok", market.Says());
    }

    [Theory]
    [InlineData(30, 100, "ok", false)]
    [InlineData(31, 100, "ok", true)]
    [InlineData(50, 100, "ok", true)]
    [InlineData(51, 100, "0 volatility 5.1/5", false)]
    [InlineData(10, 10, "ok", false)]
    [InlineData(10, 9, "0 volume 0.09/0.1", false)]
    public void An_abnormal_minute_halves_or_pauses(int range, int volume, string said, bool halves)
    {
        var market = new Market(Rules);
        market.Day(0, 10, 100);
        market.Day(1, 10, 100);
        market.Day(2, range, volume);

        Assert.Equal((said, halves), (market.Says(), market.Conditions.IsHalfSize));
    }

    [Fact]
    public void Until_the_normal_is_known_nothing_is_entered()
    {
        var market = new Market(Rules);
        market.Day(0, 10, 100);
        market.Day(1, 10, 100);
        Assert.Equal("0 warming 0/1", market.Says());
        market.Day(2, 10, 100);

        Assert.Equal("ok", market.Says());
    }

    [Fact]
    public void Seconds_are_joined_to_minutes()
    {
        var (seconds, minutes) = (new Market(Rules, Span.FromSeconds(1)), new Market(Rules));
        for (var day = 0; day < 4; day++)
        {
            minutes.Day(day, 10 + day, 120);
            seconds.DayOfSeconds(day, 10 + day, 120);
        }

        // A minute of seconds has ended once the next has begun; both have seen the same minutes then.
        Assert.Equal(minutes.Conditions.Range, seconds.Conditions.Range);
        Assert.Equal(minutes.Conditions.RangeRatio, seconds.Conditions.RangeRatio);
        Assert.Equal(minutes.Conditions.VolumeRatio, seconds.Conditions.VolumeRatio);
    }

    [Fact]
    public void A_minute_without_a_trade_has_no_volume()
    {
        var market = new Market(Rules);
        market.Day(0, 10, 100);
        market.Day(1, 10, 100);
        market.Add(2, Open, 10, 100);
        market.Add(2, Open + 1, 10, 100);
        Assert.Equal(BreakerState.Clear, market.Volume);
        market.Add(2, Open + 3, 10, 100);

        Assert.Equal((BreakerState.Paused, 0.0), (market.Volume, market.Conditions.VolumeRatio));
        market.Add(2, Open + 4, 10, 100);
        Assert.Equal(BreakerState.Clear, market.Volume);
    }

    [Fact]
    public void Every_change_is_told_once()
    {
        var market = new Market(Rules);
        market.Day(0, 10, 100);
        market.Day(1, 10, 100);
        market.Day(2, 60, 5);
        market.Day(3, 10, 100);

        Assert.Equal(
            ["volume pause", "volatility pause", "volatility resume", "volume resume"],
            market.Told.Events.Select(happened => $"{happened.Code} {happened.What}")
        );
    }

    [Fact]
    public void A_wide_quote_pauses_and_is_told_once()
    {
        var market = new Market(new BreakerRules { Spread = SpreadRules.Usual });
        market.Quote(0, 3);
        market.Quote(1, 4);
        Assert.Equal("0 spread 4/2", market.Says(1));
        market.Quote(2, 1);
        Assert.Equal("0 spread 1/2", market.Says(11));

        Assert.Equal("ok", market.Says(12));
        Assert.Equal(["spread pause"], market.Told.Events.Select(happened => $"{happened.Code} {happened.What}"));
    }

    [Fact]
    public void Without_rules_there_is_nothing_to_wait_for()
    {
        var conditions = new MarketConditions(Span.FromSeconds(1));

        Assert.True(conditions.IsWarm);
        Assert.False(conditions.IsHalfSize);
        Assert.True(double.IsNaN(conditions.Range));
    }

    [Fact]
    public void A_bar_allocates_nothing()
    {
        var market = new Market(Rules, Span.FromSeconds(1));
        var day = 0;

        Assert.Equal(0, Allocation.Least(() => market.DayOfSeconds(day++, 10, 120)));
    }

    [Theory]
    [InlineData("2025-03-07 16:00", 960)]
    [InlineData("2025-03-09 01:59", 119)]
    [InlineData("2025-03-09 03:00", 180)]
    [InlineData("2025-03-09 18:00", 1080)]
    [InlineData("2025-11-02 23:59", 1439)]
    [InlineData("2025-11-03 00:00", 0)]
    [InlineData("1969-12-31 18:59", 1139)]
    public void The_minute_is_that_of_New_Yorks_clocks(string wall, int minute)
    {
        var clock = new NewYorkMinute();
        Assert.Equal(960, clock.At(Days.Wall.At("2025-07-01 16:00").UnixNanoseconds));

        Assert.Equal(minute, clock.At(Days.Wall.At(wall).UnixNanoseconds));
    }

    [Fact]
    public void The_settlement_is_the_last_price_before_four_in_the_afternoon()
    {
        var prices = new ReferencePrices();
        Assert.Null(prices.At(1));
        prices.Update(100, 1, 18 * 60);
        prices.Update(101, 1, (16 * 60) - 2);
        Assert.Null(prices.At(1));
        prices.Update(102, 1, (16 * 60) - 1);
        prices.Update(103, 1, 16 * 60);
        Assert.Equal(102, prices.At(2)!.Value.Day.InTicks);
        prices.Update(104, 2, 18 * 60);
        Assert.Equal((102L, null), (prices.At(2)!.Value.Day.InTicks, prices.At(2)!.Value.Afternoon?.InTicks));
        prices.Update(105, 2, (16 * 60) - 1);

        Assert.Equal((102L, 105L), (prices.At(2)!.Value.Day.InTicks, prices.At(2)!.Value.Afternoon?.InTicks));
    }

    /// <summary>A market of ten minutes a day around one price, with a range and a volume a minute.</summary>
    private sealed class Market(BreakerRules rules, Span? length = null)
    {
        public Told Told { get; } = new();

        public MarketConditions Conditions => field ??= new MarketConditions(length ?? Span.FromMinutes(1), rules, Told);

        public BreakerState Volatility => Conditions.Volatility!.State;

        public BreakerState Volume => Conditions.Volume!.State;

        public string Says(long second = 0) =>
            Entry.Says(new ConditionsControl(Conditions), Entry.Proposal(now: second * Entry.Second));

        public void Day(int day, int range, int volume)
        {
            for (var minute = Open; minute < Open + 10; minute++)
            {
                Add(day, minute, range, volume);
            }
        }

        public void DayOfSeconds(int day, int range, int volume)
        {
            for (var second = 0; second < 600; second++)
            {
                Add(day, Open + (second / 60), second % 60 == 30 ? range : 0, volume / 60, second);
            }

            // The first second of the next minute ends the last one; its own minute never ends on this day.
            if (day == 3)
            {
                Add(day, Open + 10, 0, 1, 600);
            }
        }

        public void Add(int day, int minute, int range, int volume, int second = 0)
        {
            var at = Timestamp.FromUnixSeconds((day * 86_400L) + (minute * 60) + (second % 60));
            var bar = new Bar(
                at,
                new Price(1_000),
                new Price(1_000 + range),
                new Price(1_000),
                new Price(1_000),
                new Quantity(volume)
            );
            Conditions.Update(in bar, day, minute);
        }

        public void Quote(long second, int spread) =>
            Conditions.Update(
                new Quote(
                    Timestamp.FromUnixSeconds(second),
                    new Price(100),
                    new Quantity(1),
                    new Price(100 + spread),
                    new Quantity(1)
                )
            );
    }
}

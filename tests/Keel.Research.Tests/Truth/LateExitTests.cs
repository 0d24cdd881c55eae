using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Strategies.Rules;
using NodaTime;

namespace Keel.Research.Tests.Truth;

/// <summary>Where the data end before the time to leave, positions stay for the night, and the result says how many.</summary>
public class LateExitTests
{
    [Fact]
    public void A_position_that_left_at_the_next_mornings_open_is_counted_though_it_lasted_less_than_a_day()
    {
        var result = new Run
        {
            Bars = [.. Market.Coins(days: 3, seed: 9).Where(bar => TimeOf(bar.OpenTime) < new LocalTime(15, 40))],
            Strategy = () => new BuyAndHold(),
            Stop = 10_000,
        }.Result();

        var overnight = result.Trades.Where(trade => DateOf(trade.EntryTime) != DateOf(trade.ExitTime)).ToArray();
        Assert.Equal(2, overnight.Length);
        Assert.All(overnight, trade => Assert.True(trade.ExitTime - trade.EntryTime < Span.FromHours(24)));
        Assert.Contains(
            result.Remarks,
            remark => remark.StartsWith("2 positions were closed on a later day", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Who_left_in_time_is_not_told_of_it()
    {
        var result = new Run
        {
            Bars = Market.Coins(days: 3, seed: 9),
            Strategy = () => new BuyAndHold(),
            Stop = 10_000,
        }.Result();

        Assert.Equal(3, result.Trades.Count);
        Assert.DoesNotContain(result.Remarks, remark => remark.Contains("later day", StringComparison.Ordinal));
    }

    private static LocalTime TimeOf(Timestamp at) => at.ToInstant().InZone(TradingZones.NewYork).TimeOfDay;

    private static LocalDate DateOf(Timestamp at) => at.ToInstant().InZone(TradingZones.NewYork).Date;
}

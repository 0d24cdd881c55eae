using Keel.Domain;
using Keel.Research.Recommendations;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Recommendations;

/// <summary>Ledgers written by hand: each hour from ten to three, a long and a short trade a day, one of them a winner in turns.</summary>
public sealed class AdviserTests
{
    [Fact]
    public void A_plain_ledger_gets_no_recommendation() => Assert.Empty(Recommended(Plain()));

    [Fact]
    public void An_hour_that_always_loses_is_named_with_its_figures()
    {
        var found = Recommended(Plain((trade, hour) => hour == 12 ? Stopped(trade) : trade));

        var noon = Assert.Single(found);
        Assert.Equal((RecommendationKind.Hour, 12, 120), (noon.Kind, noon.Group, noon.Trades));
        Assert.StartsWith(
            "Avoid entries between 12:00 and 13:00 New York: 120 trades made -$1,300.80 there, -$10.84 a trade, "
                + "against $1.66 a trade for the other 600; by chance the worst of 13 groups looked at does so in 0.1 % of cases at most",
            noon.Sentence
        );
    }

    [Fact]
    public void Hours_are_New_Yorks_in_winter_and_in_summer()
    {
        var found = Recommended(Plain((trade, hour) => hour == 12 ? Stopped(trade) : trade, from: new LocalDate(2024, 2, 12)));

        Assert.Equal((RecommendationKind.Hour, 12), Only(found));
    }

    [Fact]
    public void A_weekday_that_always_loses_is_named() =>
        Assert.Equal(
            (RecommendationKind.Weekday, 2),
            Only(Recommended(Plain((trade, _) => Weekday(trade) == IsoDayOfWeek.Tuesday ? Stopped(trade) : trade)))
        );

    [Theory]
    [InlineData(Side.Long)]
    [InlineData(Side.Short)]
    public void A_side_that_always_loses_is_named(Side side) =>
        Assert.Equal(
            (RecommendationKind.Side, (int)side),
            Only(Recommended(Plain((trade, _) => trade.Side == side ? Stopped(trade) : trade)))
        );

    [Fact]
    public void Of_two_bad_hours_the_worse_comes_first()
    {
        var found = Recommended(
            Plain(
                (trade, hour) =>
                    hour switch
                    {
                        11 => Stopped(trade),
                        14 => Stopped(trade, ticks: -16),
                        _ => trade,
                    }
            )
        );

        Assert.Equal([14, 11], found.Select(one => one.Group));
    }

    [Fact]
    public void An_hour_with_dearer_fills_is_no_bad_hour() =>
        Assert.Empty(Recommended(Plain((trade, hour) => hour == 12 ? trade with { Slippage = Money.From(9.5m) } : trade)));

    [Fact]
    public void An_hour_that_earns_less_is_no_bad_hour() =>
        Assert.Empty(
            Recommended(
                Plain((trade, hour) => Ledgers.Trade(trade.EntryTime, trade.Side, hour == 12 ? 1 : 20, ExitReason.Target))
            )
        );

    [Fact]
    public void What_the_rule_for_one_bar_decided_accuses_no_hour()
    {
        var advice = Adviser.Advise(
            Ledgers.Of(Plain((trade, hour) => hour == 12 ? Stopped(trade) with { IsAmbiguous = true } : trade))
        );

        Assert.Empty(advice.Recommendations);
        Assert.Contains(
            "120 of 720 trades (16.7 %) had stop and target in one bar and were decided by the fill model's rule: "
                + "the result is an assumption, not a measurement.",
            advice.Observations
        );
        Assert.Contains("Run it on bars finer than 1m, so that fewer trades are decided inside one bar.", advice.NextExperiments);
    }

    [Fact]
    public void A_stop_that_does_not_hold_is_named()
    {
        var found = Recommended(Plain((trade, _) => trade.Net < Money.Zero ? Stopped(trade, ticks: -21) : trade));

        Assert.Equal((RecommendationKind.LoserSize, 0), Only(found));
        Assert.Equal(
            "Mend the stop or trade smaller: the average of 360 losers cost 2.5 times what was planned, $27.09 against $10.84",
            found[0].Sentence
        );
    }

    [Fact]
    public void Losers_of_just_twice_the_plan_are_not_named() =>
        Assert.Empty(
            Recommended(Plain((trade, _) => trade.Net < Money.Zero ? trade with { Risk = Money.FromCents(542) } : trade))
        );

    [Fact]
    public void The_same_trades_get_the_same_advice()
    {
        var trades = new RandomTrader { NoonBlindness = 0.9 }.Trades(67);
        var (first, second) = (Adviser.Advise(Ledgers.Of(trades)), Adviser.Advise(Ledgers.Of(trades)));

        Assert.Equal(first.Recommendations, second.Recommendations);
        Assert.Equal(first.Observations, second.Observations);
        Assert.Equal(first.NextExperiments, second.NextExperiments);
    }

    [Fact]
    public void A_hundred_thousand_trades_are_read_within_a_second()
    {
        Assert.SkipUnless(Ledgers.Long, "a matter of the machine: set KEEL_LONG=1");
        var result = Ledgers.Of(
            new RandomTrader
            {
                Days = 4000,
                TradesPerDay = 25,
                NoonBlindness = 0.3,
            }.Trades(1)
        );
        Adviser.Advise(result);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal((RecommendationKind.Hour, 12), Only([.. Adviser.Advise(result).Recommendations]));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
    }

    private static List<Recommendation> Recommended(IReadOnlyList<ClosedTrade> trades) =>
        [.. Adviser.Advise(Ledgers.Of(trades)).Recommendations];

    private static (RecommendationKind Kind, int Group) Only(List<Recommendation> found)
    {
        var only = Assert.Single(found);
        return (only.Kind, only.Group);
    }

    private static List<ClosedTrade> Plain(
        Func<ClosedTrade, int, ClosedTrade>? change = null,
        int days = 60,
        LocalDate? from = null
    )
    {
        var trades = new List<ClosedTrade>();
        var day = from ?? new LocalDate(2024, 4, 1);
        for (var number = 0; number < days; number++, day = day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1))
        {
            for (var hour = 10; hour < 16; hour++)
            {
                // Each hour, weekday and side wins as often as it loses.
                var longWins = (number + hour) % 2 == 0;
                foreach (var side in (Side[])[Side.Long, Side.Short])
                {
                    var wins = longWins == (side == Side.Long);
                    var entry = Ledgers.NewYork(day, new LocalTime(hour, side == Side.Long ? 15 : 45));
                    var trade = Ledgers.Trade(entry, side, wins ? 12 : -8, wins ? ExitReason.Target : ExitReason.Stop);
                    trades.Add(change?.Invoke(trade, hour) ?? trade);
                }
            }
        }

        return trades;
    }

    private static ClosedTrade Stopped(ClosedTrade trade, long ticks = -8) =>
        Ledgers.Trade(trade.EntryTime, trade.Side, ticks, ExitReason.Stop);

    private static IsoDayOfWeek Weekday(ClosedTrade trade) => trade.EntryTime.ToInstant().InUtc().DayOfWeek;
}

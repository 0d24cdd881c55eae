using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Recommendations;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Recommendations;

/// <summary>Observations and ideas: plain facts, none of them counted as a recommendation.</summary>
public sealed class SentenceTests
{
    private static readonly BreakEven EightToTwelve = BreakEven.Of(10, 15, 0.84m);

    [Theory]
    [InlineData(0, "The strategy never wished to enter.")]
    [InlineData(1, "No trade came of 1 wish to enter.")]
    [InlineData(1200, "No trade came of 1,200 wishes to enter.")]
    public void Without_a_trade_the_wishes_are_told(long signals, string sentence)
    {
        var advice = Adviser.Advise(Ledgers.Of([], signals: signals));

        Assert.Equal([sentence], advice.Observations);
        Assert.Empty(advice.Recommendations);
        Assert.Empty(advice.NextExperiments);
    }

    [Fact]
    public void Exits_that_never_fire_are_told()
    {
        var trades = Repeat(40, _ => (-8, ExitReason.EndOfDay));
        var silent = Adviser
            .Advise(Ledgers.Of(trades, EightToTwelve, parameters: new KeyValuePair<string, string>("exits.time", "30m")))
            .Observations;

        Assert.Contains("The stop was not hit once in 40 trades.", silent);
        Assert.Contains("The target was not reached once in 40 trades.", silent);
        Assert.Contains("The time stop did not end one of 40 trades.", silent);
    }

    [Fact]
    public void Exits_that_a_profile_does_not_have_are_not_missed() =>
        Assert.Empty(Adviser.Advise(Ledgers.Of(Repeat(40, _ => (4, ExitReason.Signal)))).Observations);

    [Fact]
    public void A_win_rate_below_break_even_is_told_beside_the_one_demanded()
    {
        var advice = Adviser.Advise(Ledgers.Of(Repeat(200, i => i % 5 < 2 ? Won : Lost), EightToTwelve));

        Assert.Empty(advice.Recommendations);
        Assert.Equal(
            ["It wins 40.0 % of its trades; stop, target and costs demand 43.4 % (a loser costs $10.84, a winner earns $14.16)."],
            advice.Observations
        );
        Assert.Contains(
            "Try another ratio of target to stop: at 40.0 % wins and losers of $10.84 a winner has to earn $16.26, not $14.16, "
                + "and a wider target wins less often.",
            advice.NextExperiments
        );
    }

    [Fact]
    public void A_win_rate_above_break_even_is_not_worth_a_sentence() =>
        Assert.Empty(Adviser.Advise(Ledgers.Of(Repeat(200, i => i % 2 == 0 ? Won : Lost), EightToTwelve)).Observations);

    [Fact]
    public void Few_trades_say_little()
    {
        var advice = Adviser.Advise(Ledgers.Of(Repeat(12, _ => Lost)));

        Assert.Empty(advice.Recommendations);
        Assert.Equal(
            ["Run it over a longer period: 12 trades say little, and hours or weekdays nothing."],
            advice.NextExperiments
        );
    }

    [Fact]
    public void The_length_that_would_decide_is_told()
    {
        var ideas = Adviser.Advise(Ledgers.Of(Repeat(1000, i => i % 20 < 9 ? Won : Lost))).NextExperiments;

        // Mean 0.41, deviation 12.44: 1.9623 × 12.44 / 0.41, squared, is 3,546 and a bit.
        Assert.Equal(
            [
                "Run it over a longer period: at $0.41 a trade it takes some 3,548 trades to tell it from nothing, and there are 1,000.",
            ],
            ideas
        );
    }

    [Fact]
    public void Costs_that_eat_a_profit_are_told() =>
        Assert.Contains(
            "Try fewer trades with wider targets, or limit entries: before costs a trade makes $0.25, costs are $0.84.",
            Adviser.Advise(Ledgers.Of(Repeat(1000, i => i % 100 < 41 ? Won : Lost))).NextExperiments
        );

    [Fact]
    public void An_entry_no_better_than_chance_is_told()
    {
        var random = new RandomComparison(100, [], BetterShare: 0.37, Money.FromCents(84));

        Assert.Contains(
            "Change the entry before the exits: random entries with the same exits did as well in 37.0 % of 100 runs.",
            Adviser.Advise(Ledgers.Of(Repeat(200, _ => Won), random: random)).NextExperiments
        );
    }

    [Fact]
    public void Losers_that_had_been_ahead_are_told()
    {
        var trades = Repeat(200, _ => Lost).ConvertAll(trade => trade with { BestOpen = Money.From(11) });

        Assert.Contains(
            "Try a nearer target or a trailing stop: 100.0 % of the losers had been ahead by as much as they lost.",
            Adviser.Advise(Ledgers.Of(trades)).NextExperiments
        );
    }

    [Fact]
    public void A_recommendation_is_to_be_tried_on_other_data()
    {
        var advice = Adviser.Advise(Ledgers.Of(new RandomTrader { NoonBlindness = 0.9 }.Trades(0)));

        Assert.Equal(
            "Run it without entries from 12:00 to 13:00 on a period that was not looked at: here it was chosen with hindsight.",
            advice.NextExperiments[0]
        );
    }

    private static (long Ticks, ExitReason Reason) Won => (12, ExitReason.Target);

    private static (long Ticks, ExitReason Reason) Lost => (-8, ExitReason.Stop);

    private static List<ClosedTrade> Repeat(int count, Func<int, (long Ticks, ExitReason Reason)> result)
    {
        var trades = new List<ClosedTrade>(count);
        var start = Ledgers.NewYork(new LocalDate(2024, 4, 1), new LocalTime(10, 0));
        for (var i = 0; i < count; i++)
        {
            var (ticks, reason) = result(i);
            trades.Add(Ledgers.Trade(start + Span.FromSeconds(i), Side.Long, ticks, reason));
        }

        return trades;
    }
}

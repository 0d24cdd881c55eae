using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Expectations;

namespace Keel.Research.Recommendations;

/// <summary>What might be tried next. These are ideas, not findings: each is one more trial, to be judged on data that was not looked at.</summary>
internal static class NextExperiments
{
    private const int FewTrades = 100;
    private const double MostByRandom = 0.05;
    private const double ManyOnceAhead = 0.3;

    /// <summary>The sentences, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(BacktestResult result, IReadOnlyList<Recommendation> recommendations)
    {
        var sentences = new List<string>();
        var tally = TradeTally.Of(result.Trades);
        foreach (var recommendation in recommendations)
        {
            if (recommendation.Kind != RecommendationKind.LoserSize)
            {
                sentences.Add(
                    $"Run it without {Name(recommendation)} on a period that was not looked at: here it was chosen with hindsight."
                );
            }
        }

        if (tally.Trades == 0)
        {
            return sentences;
        }

        AddLength(result, tally, sentences);
        AddCosts(result, tally, sentences);
        AddBreakEven(result, tally, sentences);
        if (tally.Ambiguous > Observations.MostAmbiguous * tally.Trades)
        {
            sentences.Add($"Run it on bars finer than {result.Bars}, so that fewer trades are decided inside one bar.");
        }

        if (tally.Losers >= FewTrades && tally.LosersOnceAhead > ManyOnceAhead * tally.Losers)
        {
            sentences.Add(
                $"Try a nearer target or a trailing stop: {Figures.Percent(tally.LosersOnceAhead / (double)tally.Losers)} of "
                    + "the losers had been ahead by as much as they lost."
            );
        }

        return sentences;
    }

    private static void AddLength(BacktestResult result, TradeTally tally, List<string> sentences)
    {
        var interval = ExpectancyInterval.OfIndependent(ExpectancyInterval.NetOf(result.Trades));
        if (tally.Trades < FewTrades || interval is null)
        {
            sentences.Add(
                $"Run it over a longer period: {Figures.Count(tally.Trades, "trade")} say little, and hours or weekdays nothing."
            );
        }
        else if (interval.Contains(0) && interval.Mean != 0)
        {
            // The reach shrinks with the root of the number of trades.
            var ratio = (interval.High - interval.Mean) / interval.Mean;
            var needed = Math.Ceiling(tally.Trades * ratio * ratio);
            sentences.Add(
                $"Run it over a longer period: at {Amount(interval.Mean, result)} a trade it takes some {needed:N0} trades to tell it "
                    + $"from nothing, and there are {tally.Trades:N0}."
            );
        }
    }

    private static void AddCosts(BacktestResult result, TradeTally tally, List<string> sentences)
    {
        if (tally.Gross > Money.Zero && tally.Net <= Money.Zero)
        {
            var gross = Figures.Amount(tally.Gross.Amount / tally.Trades, result.Instrument.Currency);
            var costs = Figures.Amount((tally.Gross - tally.Net).Amount / tally.Trades, result.Instrument.Currency);
            sentences.Add(
                $"Try fewer trades with wider targets, or limit entries: before costs a trade makes {gross}, costs are {costs}."
            );
        }

        if (result.Random is { BetterShare: > MostByRandom } random)
        {
            sentences.Add(
                $"Change the entry before the exits: random entries with the same exits did as well in "
                    + $"{Figures.Percent(random.BetterShare)} of {random.Runs:N0} runs."
            );
        }
    }

    private static void AddBreakEven(BacktestResult result, TradeTally tally, List<string> sentences)
    {
        if (result.BreakEven is not { } breakEven || tally.Winners == 0 || tally.WinRate >= (double)breakEven.WinRate)
        {
            return;
        }

        var rate = tally.Winners / (decimal)tally.Trades;
        var win = breakEven.Loss * (1 - rate) / rate;
        sentences.Add(
            $"Try another ratio of target to stop: at {Figures.Percent(rate)} wins and losers of {Figures.Dollars(breakEven.Loss)} "
                + $"a winner has to earn {Figures.Dollars(win)}, not {Figures.Dollars(breakEven.Win)}, and a wider target wins less often."
        );
    }

    private static string Name(Recommendation recommendation) =>
        recommendation.Kind switch
        {
            RecommendationKind.Hour => $"entries from {recommendation.Group:00}:00 to {recommendation.Group + 1:00}:00",
            RecommendationKind.Weekday => $"{(NodaTime.IsoDayOfWeek)recommendation.Group}s",
            _ => recommendation.Group > 0 ? "long trades" : "short trades",
        };

    private static string Amount(double amount, BacktestResult result) =>
        Figures.Amount((decimal)amount, result.Instrument.Currency);
}

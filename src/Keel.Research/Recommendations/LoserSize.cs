using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Expectations;

namespace Keel.Research.Recommendations;

/// <summary>Whether losers cost more than twice what was planned: then the stop does not hold, and the size rests on a wrong figure.</summary>
internal static class LoserSize
{
    private const double Bound = 2;
    private const int FewestLosers = 20;

    /// <summary>The recommendation, when the mean loser is above the bound beyond chance.</summary>
    public static Recommendation? Judge(BacktestResult result, TradeColumns columns)
    {
        var sums = new SortedDictionary<int, (double Times, double Losers)>();
        var (losers, lost, planned) = (0, Money.Zero, Money.Zero);
        for (var i = 0; i < columns.Count; i++)
        {
            var trade = result.Trades[i];
            if (trade.Net < Money.Zero && trade.Risk > Money.Zero)
            {
                losers++;
                lost -= trade.Net;
                planned += trade.Risk;
                var (times, count) = sums.GetValueOrDefault(columns.Days[i]);
                sums[columns.Days[i]] = (times - ((double)trade.Net.Units / trade.Risk.Units), count + 1);
            }
        }

        if (losers < FewestLosers)
        {
            return null;
        }

        var mean = ClusteredMean.Of(
            sums.Values.Select(day => day.Times).ToArray(),
            sums.Values.Select(day => day.Losers).ToArray()
        );
        var chance = mean.ChanceAbove(Bound);
        if (chance > ErrorBudget.Of(RecommendationKind.LoserSize))
        {
            return null;
        }

        var currency = result.Instrument.Currency;
        var sentence =
            $"Mend the stop or trade smaller: the average of {Figures.Count(losers, "loser")} cost {mean.Value:F1} times what was planned, "
            + $"{Figures.Amount(lost.Amount / losers, currency)} against {Figures.Amount(planned.Amount / losers, currency)}";
        var corrected = ErrorBudget.Corrected(RecommendationKind.LoserSize, chance);
        return new Recommendation(RecommendationKind.LoserSize, 0, sentence, losers, corrected);
    }
}

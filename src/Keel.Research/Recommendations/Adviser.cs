using Keel.Research.Backtests;

namespace Keel.Research.Recommendations;

/// <summary>Reads the trades of a backtest and says what they teach.</summary>
public static class Adviser
{
    /// <summary>The advice; the same trades give the same advice.</summary>
    public static Advice Advise(BacktestResult result)
    {
        var trades = TradeColumns.Of(result);
        var recommendations = new List<Recommendation>();
        foreach (var group in LosingGroups.Find(trades))
        {
            recommendations.Add(GroupSentence.Of(group, result.Instrument.Currency));
        }

        if (LoserSize.Judge(result, trades) is { } size)
        {
            recommendations.Add(size);
        }

        return new Advice(recommendations, Observations.Of(result), NextExperiments.Of(result, recommendations));
    }
}

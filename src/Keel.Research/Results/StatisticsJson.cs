using System.Text.Json;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>The part <c>statistics</c> of summary.json: how much the figures above may be trusted, and their shape.</summary>
internal static class StatisticsJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, PerformanceSummary summary)
    {
        var daily = summary.Daily;
        json.WriteStartObject("statistics");
        json.WriteNumber("days_per_year", daily.DaysPerYear);
        json.Figure("annual_return_pct", 100 * daily.AnnualReturn);
        json.Figure("sharpe_per_day", SharpeRatio.PerPeriod(daily.Moments));
        json.Figure("psr", daily.ProbabilisticSharpe);
        json.Figure("min_track_record_days", daily.MinimumTrackRecord);
        json.Figure("skewness", daily.Moments.Skewness);
        json.Figure("kurtosis", daily.Moments.Kurtosis);
        json.Figure("max_drawdown_daily_pct", 100 * daily.Path?.MaxDrawdown);
        json.Count("longest_drawdown_trading_days", daily.Path?.LongestDrawdown);
        json.Figure("ulcer_index_pct", 100 * daily.Path?.UlcerIndex);
        json.Figure("tail_ratio", daily.TailRatio);
        json.Figure("value_at_risk_95_pct", 100 * daily.ValueAtRisk);
        json.Figure("expected_shortfall_95_pct", 100 * daily.ExpectedShortfall);
        json.Dollars("best_day_marked", daily.Best);
        json.Dollars("worst_day_marked", daily.Worst);
        json.Dollars("net_without_best_day", daily.NetWithoutBest);
        Trades(json, summary.Trades);
        json.WriteEndObject();
    }

    private static void Trades(Utf8JsonWriter json, TradePerformance trades)
    {
        json.WriteNumber("winning_streak", trades.Streaks.LongestWinning);
        json.Figure("payoff_ratio", trades.Payoff);
        json.Figure("expectancy_r", trades.ExpectancyR);
        json.Figure("return_per_dollar_risked", trades.ReturnPerDollarRisked);
        json.Dollars("avg_mae", Ratio.Mean(trades.WorstOpen.Amount, trades.Count));
        json.Dollars("avg_mfe", Ratio.Mean(trades.BestOpen.Amount, trades.Count));
        json.Dollars("net_at_costs_1_5", trades.NetAtCosts(1.5m));
        json.Dollars("net_at_costs_2", trades.NetAtCosts(2));
    }
}

using System.Text.Json;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>The part <c>performance</c> of summary.json.</summary>
internal static class PerformanceJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, PerformanceSummary summary)
    {
        json.WriteStartObject("performance");
        Results(json, summary);
        Trades(json, summary);
        Times(json, summary);
        json.Figure("break_even_win_rate", (double?)summary.Result.BreakEven?.WinRate);
        json.Figure("ambiguous_trades_pct", 100 * summary.Trades.AmbiguousShare);
        json.WriteNumber("signals", summary.Result.SignalCount);
        json.WriteNumber("long_trades", summary.Trades.Longs);
        json.WriteNumber("losing_streak", summary.Trades.Streaks.LongestLosing);
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, PerformanceSummary summary)
    {
        var trades = summary.Trades;
        json.Dollars("net_pnl", trades.Net);
        json.Dollars("total_return_usd", trades.Net);
        json.Dollars("gross_pnl", trades.Gross);
        json.Dollars("commission", trades.Commission);
        json.Dollars("slippage", trades.Slippage);
        json.Figure("total_return_pct", summary.TotalReturnPercent);
        json.Figure("sharpe_ratio", summary.Daily.Sharpe);
        json.Figure("sortino_ratio", summary.Daily.Sortino);
        json.Figure("calmar_ratio", summary.Daily.Calmar);
        json.Dollars("max_drawdown_usd", summary.MaxDrawdown);
        json.Figure("max_drawdown_pct", summary.MaxDrawdownPercent);
    }

    private static void Trades(Utf8JsonWriter json, PerformanceSummary summary)
    {
        var trades = summary.Trades;
        json.Figure("win_rate", trades.WinRate);
        json.Figure("profit_factor", trades.ProfitFactor);
        json.Dollars("expectancy", trades.Expectancy);
        json.Dollars("avg_winner", trades.AverageWinner);
        json.Dollars("avg_loser", trades.AverageLoser);
        json.Dollars("largest_winner", trades.LargestWinner);
        json.Dollars("largest_loser", trades.LargestLoser);
        json.Dollars("avg_trade_pnl", trades.Expectancy);
        json.WriteNumber("total_trades", trades.Count);
        json.WriteNumber("winning_trades", trades.Winners);
        json.WriteNumber("losing_trades", trades.Losers);
        json.Figure("trades_per_day", summary.TradesPerDay);
        json.Figure("profitable_days_pct", 100 * summary.Daily.ProfitableShare);
    }

    private static void Times(Utf8JsonWriter json, PerformanceSummary summary)
    {
        var longest = summary.Drawdowns.Longest?.Duration.TotalMinutes ?? 0;
        json.Figure("avg_hold_winner_minutes", summary.Trades.HoldMinutesOfWinners);
        json.Figure("avg_hold_loser_minutes", summary.Trades.HoldMinutesOfLosers);
        json.Count("max_drawdown_bars", summary.LongestDrawdownBars);
        json.Figure("max_drawdown_hours", longest / 60);
        json.Figure("max_drawdown_days", longest / (24 * 60));
    }
}

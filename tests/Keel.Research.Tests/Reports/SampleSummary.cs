using System.Text.Json.Nodes;
using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Tests.Reports;

/// <summary>A summary document for a made-up run, with the names of the contract; simple sums, rough where the page does not care.</summary>
internal static class SampleSummary
{
    /// <summary>The document.</summary>
    public static JsonObject Of(BacktestResult run)
    {
        var trades = run.Trades;
        var winners = trades.Where(trade => trade.Net > Money.Zero).ToList();
        var losers = trades.Where(trade => trade.Net < Money.Zero).ToList();
        var net = Sum(trades, trade => trade.Net);
        var days = run.Days.Select(day => (double)day.Net.Amount).ToList();
        var deviation = days.Count < 2 ? 0 : Math.Sqrt(days.Sum(day => Math.Pow(day - days.Average(), 2)) / (days.Count - 1));
        var drawdown = Drawdown(trades);
        return new JsonObject
        {
            ["run_id"] = "2026-01-05_090000_ema-cross_MES",
            ["timestamp"] = "2026-01-05T09:00:00Z",
            ["symbol"] = run.Instrument.Symbol,
            ["data_range"] = new JsonObject { ["trading_days"] = run.Days.Count, ["total_bars"] = run.TotalBars },
            ["performance"] = new JsonObject
            {
                ["net_pnl"] = net,
                ["total_return_usd"] = net,
                ["gross_pnl"] = Sum(trades, trade => trade.Gross),
                ["commission"] = Sum(trades, trade => trade.Commission),
                ["slippage"] = Sum(trades, trade => trade.Slippage),
                ["total_return_pct"] = Rounded(net / 100),
                ["sharpe_ratio"] = deviation == 0 ? null : Rounded((decimal)(days.Average() / deviation * Math.Sqrt(252))),
                ["sortino_ratio"] = trades.Count < 2 ? null : -0.8213m,
                ["calmar_ratio"] = trades.Count < 2 ? null : 0.4m,
                ["max_drawdown_usd"] = drawdown,
                ["max_drawdown_pct"] = Rounded(drawdown / 100),
                ["win_rate"] = trades.Count == 0 ? null : Rounded(winners.Count / (decimal)trades.Count),
                ["profit_factor"] =
                    losers.Count == 0 ? null : Rounded(Sum(winners, trade => trade.Net) / -Sum(losers, trade => trade.Net)),
                ["expectancy"] = Mean(trades),
                ["avg_winner"] = Mean(winners),
                ["avg_loser"] = Mean(losers),
                ["largest_winner"] = winners.Count == 0 ? null : winners.Max(trade => trade.Net.Amount),
                ["largest_loser"] = losers.Count == 0 ? null : losers.Min(trade => trade.Net.Amount),
                ["avg_trade_pnl"] = Mean(trades),
                ["total_trades"] = trades.Count,
                ["winning_trades"] = winners.Count,
                ["losing_trades"] = losers.Count,
                ["trades_per_day"] = run.Days.Count == 0 ? null : Rounded(trades.Count / (decimal)run.Days.Count),
                ["profitable_days_pct"] = days.Count == 0 ? null : Rounded(100m * days.Count(day => day > 0) / days.Count),
                ["avg_hold_winner_minutes"] = trades.Count == 0 ? null : 17.25m,
                ["avg_hold_loser_minutes"] = trades.Count == 0 ? null : 17.75m,
                ["max_drawdown_bars"] = trades.Count == 0 ? null : 5021,
                ["max_drawdown_hours"] = trades.Count == 0 ? null : 2204.5m,
                ["max_drawdown_days"] = trades.Count == 0 ? null : 91.9m,
                ["break_even_win_rate"] = 0.4336m,
                ["ambiguous_trades_pct"] =
                    trades.Count == 0 ? null : Rounded(100m * trades.Count(trade => trade.IsAmbiguous) / trades.Count),
                ["signals"] = run.SignalCount,
                ["long_trades"] = trades.Count(trade => trade.Side == Side.Long),
                ["losing_streak"] = Math.Min(9, losers.Count),
            },
            ["risk_metrics"] = new JsonObject
            {
                ["risk_per_trade"] = trades.Count == 0 ? null : 12.09m,
                ["daily_loss_limit"] = 50.00m,
                ["trades_rejected"] = 41,
                ["rejections"] = new JsonObject { ["daily_loss"] = 29, ["pause"] = 12 },
                ["circuit_breaker_triggered"] = 2,
                ["halts"] = 0,
                ["worst_day"] = days.Count == 0 ? 0 : Rounded((decimal)days.Min()),
            },
            ["time_analysis"] = new JsonObject
            {
                ["avg_hold_time_minutes"] = trades.Count == 0 ? null : 17.5m,
                ["best_hour"] = trades.Count == 0 ? null : 10,
                ["worst_hour"] = trades.Count == 0 ? null : 14,
                ["best_day_of_week"] = trades.Count == 0 ? null : "Tuesday",
                ["worst_day_of_week"] = trades.Count == 0 ? null : "Friday",
            },
            ["recommendations"] = new JsonArray(
                trades.Count < 100 ? [] : ["The average loser is not far from the stop: leave the stop where it is."]
            ),
            ["engine"] = new JsonObject
            {
                ["bars_per_second"] = 21_400_000,
                ["elapsed_ms"] = 41.5m,
                ["peak_memory_mb"] = 93,
                ["trades_checksum"] = "9e107d9d372bb682",
            },
        };
    }

    private static decimal Drawdown(IReadOnlyList<ClosedTrade> trades)
    {
        var (equity, top, worst) = (0m, 0m, 0m);
        foreach (var trade in trades)
        {
            equity += trade.Net.Amount;
            top = Math.Max(top, equity);
            worst = Math.Max(worst, top - equity);
        }

        return worst;
    }

    private static decimal Sum(IReadOnlyList<ClosedTrade> trades, Func<ClosedTrade, Money> of) =>
        trades.Sum(trade => of(trade).Amount);

    private static decimal? Mean(IReadOnlyList<ClosedTrade> trades) =>
        trades.Count == 0 ? null : decimal.Round(trades.Average(trade => trade.Net.Amount), 2);

    private static decimal Rounded(decimal number) => decimal.Round(number, 4);
}

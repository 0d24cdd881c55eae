using System.Text.Json;
using static Keel.Research.Reports.FigureKind;

namespace Keel.Research.Reports;

/// <summary>Which figures stand together under which heading.</summary>
internal static class FigureTables
{
    private static readonly string[] Sections = ["performance", "risk_metrics", "time_analysis", "statistics", "engine"];

    /// <summary>The tables, in reading order.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<Figure> Figures)> All { get; } =
    [
        (
            "Result",
            [
                new("performance.net_pnl", "Net profit", Money),
                new("performance.gross_pnl", "Before costs", Money),
                new("performance.commission", "Commission", Money),
                new("performance.slippage", "Slippage", Money),
                new("performance.total_return_usd", "Total return", Money),
                new("performance.total_return_pct", "Total return", Percent),
                new("performance.sharpe_ratio", "Sharpe ratio, annual", Number),
                new("performance.sortino_ratio", "Sortino ratio, annual", Number),
                new("performance.calmar_ratio", "Calmar ratio", Number),
                new("performance.profit_factor", "Profit factor", Number),
                new("performance.profitable_days_pct", "Profitable days", Percent),
            ]
        ),
        (
            "Time",
            [
                new("data_range.trading_days", "Trading days", Number),
                new("data_range.total_bars", "Bars", Number),
                new("time_analysis.avg_hold_time_minutes", "Average holding time", Minutes),
                new("performance.avg_hold_winner_minutes", "Average holding time of winners", Minutes),
                new("performance.avg_hold_loser_minutes", "Average holding time of losers", Minutes),
                new("time_analysis.best_hour", "Best hour", Word),
                new("time_analysis.worst_hour", "Worst hour", Word),
                new("time_analysis.best_day_of_week", "Best weekday", Word),
                new("time_analysis.worst_day_of_week", "Worst weekday", Word),
            ]
        ),
        (
            "Trades",
            [
                new("performance.total_trades", "Trades", Number),
                new("performance.winning_trades", "Winners", Number),
                new("performance.losing_trades", "Losers", Number),
                new("performance.long_trades", "Long trades", Number),
                new("performance.win_rate", "Win rate", Fraction),
                new("performance.break_even_win_rate", "Win rate that costs demand", Fraction),
                new("performance.expectancy", "Net per trade", Money),
                new("performance.avg_trade_pnl", "Average trade", Money),
                new("performance.avg_winner", "Average winner", Money),
                new("performance.avg_loser", "Average loser", Money),
                new("performance.largest_winner", "Largest winner", Money),
                new("performance.largest_loser", "Largest loser", Money),
                new("performance.losing_streak", "Longest losing streak", Number),
                new("performance.trades_per_day", "Trades per day", Number),
                new("performance.ambiguous_trades_pct", "Stop and target in one bar", Percent),
                new("performance.signals", "Wishes to enter", Number),
            ]
        ),
        (
            "Risk",
            [
                new("performance.max_drawdown_usd", "Greatest drawdown", Money),
                new("performance.max_drawdown_pct", "Greatest drawdown", Percent),
                new("performance.max_drawdown_bars", "Longest drawdown, in bars", Number),
                new("performance.max_drawdown_hours", "Longest drawdown", Hours),
                new("performance.max_drawdown_days", "Longest drawdown", Days),
                new("risk_metrics.risk_per_trade", "Worst case reserved per trade", Money),
                new("risk_metrics.daily_loss_limit", "Daily loss limit", Money),
                new("risk_metrics.worst_day", "Worst day", Money),
                new("risk_metrics.trades_rejected", "Wishes refused", Number),
                new("risk_metrics.circuit_breaker_triggered", "Pauses and flattenings", Number),
                new("risk_metrics.halts", "Halts", Number),
            ]
        ),
        (
            "Trust",
            [
                new("statistics.psr", "Probability of a Sharpe ratio above 0", Fraction),
                new("statistics.min_track_record_days", "Days it takes to show it", Number),
                new("statistics.net_at_costs_1_5", "Net at 1.5 times the costs", Money),
                new("statistics.net_at_costs_2", "Net at twice the costs", Money),
                new("statistics.net_without_best_day", "Net without the best day", Money),
                new("statistics.expectancy_r", "Net per trade in risks", Number),
                new("statistics.payoff_ratio", "Average winner by average loser", Number),
                new("statistics.value_at_risk_95_pct", "Value at risk of a day", Percent),
                new("statistics.expected_shortfall_95_pct", "Expected shortfall of a day", Percent),
            ]
        ),
        (
            "Engine",
            [
                new("engine.bars_per_second", "Bars per second", Number),
                new("engine.elapsed_ms", "Elapsed milliseconds", Number),
                new("engine.peak_memory_mb", "Peak memory in MB", Number),
                new("engine.trades_checksum", "Checksum of the trades", Word),
            ]
        ),
    ];

    /// <summary>A figure's place in the tables; throws for one that is not in them.</summary>
    public static Figure Of(string path) => All.SelectMany(table => table.Figures).First(figure => figure.Path == path);

    /// <summary>Figures of the summary that no table names, so that a new one is not lost.</summary>
    public static IReadOnlyList<Figure> Further(Summary summary)
    {
        var named = All.SelectMany(table => table.Figures).Select(figure => figure.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from section in Sections
            from member in summary.Members(section)
            let path = section + "." + member.Key
            where !named.Contains(path) && member.Value is System.Text.Json.Nodes.JsonValue
            select new Figure(path, Words(member.Key), member.Value.GetValueKind() == JsonValueKind.Number ? Number : Word),
        ];
    }

    private static string Words(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key[1..].Replace('_', ' ');
}

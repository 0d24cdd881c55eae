using System.Text.Json;
using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Tests.Performance;
using Keel.Trading.Ledger;
using NodaTime;

namespace Keel.Research.Tests.Results;

public sealed class SummaryJsonTests
{
    [Fact]
    public void Names_and_order_are_the_contracts()
    {
        var json = Written.Json(Written.Sample);
        Assert.StartsWith(
            "run_id timestamp symbol strategy data_range performance risk_metrics time_analysis exits recommendations engine",
            Names(json),
            StringComparison.Ordinal
        );
        Assert.StartsWith("name class parameters", Names(json.GetProperty("strategy")), StringComparison.Ordinal);
        Assert.Equal("start end trading_days total_bars dataset", Names(json.GetProperty("data_range")));
        Assert.Equal(
            "net_pnl total_return_usd gross_pnl commission slippage total_return_pct sharpe_ratio sortino_ratio calmar_ratio "
                + "max_drawdown_usd max_drawdown_pct win_rate profit_factor expectancy avg_winner avg_loser largest_winner "
                + "largest_loser avg_trade_pnl total_trades winning_trades losing_trades trades_per_day profitable_days_pct "
                + "avg_hold_winner_minutes avg_hold_loser_minutes max_drawdown_bars max_drawdown_hours max_drawdown_days "
                + "break_even_win_rate ambiguous_trades_pct signals long_trades losing_streak",
            Names(json.GetProperty("performance"))
        );
        Assert.Equal(
            "risk_per_trade daily_loss_limit trades_rejected circuit_breaker_triggered halts worst_day rejections",
            Names(json.GetProperty("risk_metrics"))
        );
        Assert.StartsWith(
            "avg_hold_time_minutes best_hour worst_hour best_day_of_week worst_day_of_week",
            Names(json.GetProperty("time_analysis")),
            StringComparison.Ordinal
        );
        Assert.Equal("bars_per_second elapsed_ms peak_memory_mb trades_checksum", Names(json.GetProperty("engine")));
    }

    [Fact]
    public void Figures_are_those_computed_by_hand()
    {
        var json = Written.Json(Written.Sample);
        var performance = json.GetProperty("performance");
        Figure("net_pnl", "55.00");
        Figure("total_return_usd", "55.00");
        Figure("gross_pnl", "75.90");
        Figure("commission", "8.40");
        Figure("slippage", "12.50");
        Figure("total_return_pct", "5.5");
        Figure("max_drawdown_usd", "30.00");
        Figure("win_rate", "0.6");
        Figure("expectancy", "5.50");
        Figure("avg_winner", "20.00");
        Figure("avg_loser", "-21.67");
        Figure("largest_winner", "40.00");
        Figure("largest_loser", "-30.00");
        Figure("total_trades", "10");
        Figure("winning_trades", "6");
        Figure("losing_trades", "3");
        Figure("trades_per_day", "1");
        Figure("profitable_days_pct", "60");
        Figure("avg_hold_loser_minutes", "1");
        Figure("max_drawdown_bars", "null");
        Figure("ambiguous_trades_pct", "0");
        Figure("signals", "12");
        Assert.Equal(30 / 1070.0 * 100, performance.GetProperty("max_drawdown_pct").GetDouble(), 1e-12);
        Assert.Equal(4.06635474398, performance.GetProperty("sharpe_ratio").GetDouble(), 1e-10);
        Assert.Equal(0.619428571429, performance.GetProperty("break_even_win_rate").GetDouble(), 1e-12);
        Assert.Equal("""{"stop":10}""", Compact(json.GetProperty("exits")));
        Assert.Equal("""{"daily_loss":2,"pause":3}""", Compact(json.GetProperty("risk_metrics").GetProperty("rejections")));
        Assert.Equal("75.00", json.GetProperty("risk_metrics").GetProperty("daily_loss_limit").GetRawText());
        Assert.Equal("19500", json.GetProperty("engine").GetProperty("bars_per_second").GetRawText());
        Assert.Equal("""{"fast":9,"note":"007"}""", Compact(json.GetProperty("strategy").GetProperty("parameters")));
        Assert.Equal("2026-01-05_101530_ema-cross_MES", json.GetProperty("run_id").GetString());
        Assert.Equal("2026-01-05T10:15:30Z", json.GetProperty("timestamp").GetString());
        Assert.Equal("Tuesday", json.GetProperty("time_analysis").GetProperty("best_day_of_week").GetString());

        void Figure(string name, string text) => Assert.Equal(text, performance.GetProperty(name).GetRawText());
    }

    [Fact]
    public void Every_reason_that_occurred_has_a_key_in_a_fixed_order()
    {
        var trades = Enum.GetValues<ExitReason>()
            .Where(reason => reason != ExitReason.None)
            .Select(reason => Example.Trade(1, 0, reason))
            .ToArray();
        Assert.Equal(
            "target stop time eod_flatten signal end_of_data liquidation kill",
            Names(Written.Json(Example.Result(trades, [], null)).GetProperty("exits"))
        );
    }

    [Fact]
    public void Nothing_traded_is_zeros_and_nulls()
    {
        var empty = Example.Result([], [], null) with
        {
            Start = null,
            End = null,
            TotalBars = 0,
            ElapsedSeconds = 0,
            BreakEven = null,
        };
        var json = Written.Json(empty);
        var performance = json.GetProperty("performance");
        Assert.Equal("0.00", performance.GetProperty("net_pnl").GetRawText());
        Assert.Equal("0.00", performance.GetProperty("max_drawdown_usd").GetRawText());
        Assert.Equal("{}", Compact(json.GetProperty("exits")));
        string[] missing =
        [
            "total_return_pct",
            "sharpe_ratio",
            "win_rate",
            "profit_factor",
            "expectancy",
            "trades_per_day",
            "break_even_win_rate",
        ];
        Assert.All(missing, name => Assert.Equal(JsonValueKind.Null, performance.GetProperty(name).ValueKind));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("data_range").GetProperty("start").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("engine").GetProperty("bars_per_second").ValueKind);
    }

    [Fact]
    public void One_trade_has_its_figures_and_no_ratio_of_a_year()
    {
        var performance = Written
            .Json(Example.Result(Example.Trades(-12.09m), Example.Days(-12.09m), Money.From(1000)))
            .GetProperty("performance");
        Assert.Equal("-12.09", performance.GetProperty("expectancy").GetRawText());
        Assert.Equal("12.09", performance.GetProperty("max_drawdown_usd").GetRawText());
        Assert.Equal("0", performance.GetProperty("profit_factor").GetRawText());
        Assert.Equal("null", performance.GetProperty("sharpe_ratio").GetRawText());
        Assert.Equal("null", performance.GetProperty("avg_winner").GetRawText());
    }

    [Theory]
    [InlineData("0.01", "0", "0.01")]
    [InlineData("-0.01", "0", "-0.01")]
    [InlineData("-0.01", "0.01", "0.00")]
    [InlineData("0.001", "-0.003", "0.00")]
    public void Money_is_rounded_to_the_cent_a_half_away_from_zero(string first, string second, string mean)
    {
        var trades = new[] { Example.Dollars(first).Amount, Example.Dollars(second).Amount };
        var performance = Written.Json(Example.Result(Example.Trades(trades), [], null)).GetProperty("performance");
        Assert.Equal(mean, performance.GetProperty("expectancy").GetRawText());
    }

    [Fact]
    public void Only_name_time_and_speed_differ_between_two_runs_of_the_same()
    {
        var once = Written.Sample;
        var again = Written.Sample with { StartedAt = Instant.FromUtc(2027, 2, 3, 4, 5, 6), ElapsedSeconds = 7 };
        Assert.Equal(Written.Summary(once), Written.Summary(Written.Sample));
        Assert.Equal(Settled(once), Settled(again));

        static string[] Settled(BacktestResult result) =>
            [
                .. Written
                    .Summary(result)
                    .Split('\n')
                    .Where(line => !line.Contains("\"run_id\"", StringComparison.Ordinal))
                    .Where(line => !line.Contains("\"timestamp\"", StringComparison.Ordinal))
                    .Where(line => !line.Contains("\"bars_per_second\"", StringComparison.Ordinal))
                    .Where(line => !line.Contains("\"elapsed_ms\"", StringComparison.Ordinal)),
            ];
    }

    [Fact]
    public void Random_entries_stand_beside_the_strategy()
    {
        var json = Written.Json(
            Written.Sample with
            {
                Random = new RandomComparison(4, [-2, -1, -3, 1], 0.25, Money.From(2.09m)),
            }
        );
        Assert.Equal(
            """{"runs":4,"mean_net_per_trade":-1.25,"at_least_as_good_pct":25,"costs_per_trade":2.09}""",
            Compact(json.GetProperty("random_entries"))
        );
    }

    private static string Names(JsonElement json) => string.Join(' ', json.EnumerateObject().Select(property => property.Name));

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}

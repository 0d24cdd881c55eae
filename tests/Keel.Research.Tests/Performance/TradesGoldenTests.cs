using System.Globalization;
using Keel.Domain;
using Keel.Research.Performance;
using Keel.Trading.Ledger;

namespace Keel.Research.Tests.Performance;

/// <summary>240 trades of a losing scalper on $1,000.</summary>
public sealed class TradesGoldenTests
{
    [Fact]
    public void Golden_trades_have_the_same_money_and_odds()
    {
        var golden = StatisticsGoldens.Json("trades.json");
        var (trades, _) = Read();
        var figures = TradePerformance.Of(trades);
        Same("trades", figures.Count);
        Same("net", (double)figures.Net.Amount);
        Same("gross", (double)figures.Gross.Amount);
        Same("commission", (double)figures.Commission.Amount);
        Same("slippage", (double)figures.Slippage.Amount);
        Same("win_rate", figures.WinRate);
        Same("scratch", figures.Count - figures.Winners - figures.Losers);
        Same("profit_factor", figures.ProfitFactor);
        Same("expectancy", (double?)figures.Expectancy);
        Same("avg_winner", (double?)figures.AverageWinner);
        Same("avg_loser", (double?)figures.AverageLoser);
        Same("payoff", figures.Payoff);
        Same("largest_winner", (double)figures.LargestWinner!.Value.Amount);
        Same("largest_loser", (double)figures.LargestLoser!.Value.Amount);
        Same("expectancy_r", figures.ExpectancyR);
        Same("return_per_dollar_risked", figures.ReturnPerDollarRisked);
        Assert.Equal(golden.GetProperty("streaks")[0].GetInt32(), figures.Streaks.LongestWinning);
        Assert.Equal(golden.GetProperty("streaks")[1].GetInt32(), figures.Streaks.LongestLosing);
        foreach (var stress in golden.GetProperty("cost_stress").EnumerateObject())
        {
            var net = figures.NetAtCosts(decimal.Parse(stress.Name, CultureInfo.InvariantCulture));

            // Half cents were rounded to print the golden.
            Assert.InRange(net - stress.Value.GetDecimal(), -0.005m, 0.005m);
        }

        var tickMore = figures.Net.Amount - 2 * 1.25m * figures.Turned;
        Same("plus_one_tick_each_side", (double)tickMore);

        void Same(string what, double? actual) => StatisticsGoldens.Same(golden.GetProperty(what), actual, what);
    }

    [Fact]
    public void Golden_trades_have_the_same_drawdown_and_days()
    {
        var golden = StatisticsGoldens.Json("trades.json");
        var (trades, days) = Read();
        var summary = PerformanceSummary.Of(Example.Result(trades, days, Money.From(1000)));
        Same("max_drawdown_usd_trades", (double)summary.MaxDrawdown.Amount);
        Same("max_drawdown_pct_trades", summary.MaxDrawdownPercent / 100);
        Same("trading_days", summary.Daily.Days);
        Same("sharpe_annual", summary.Daily.Sharpe);
        Same("sortino_annual", summary.Daily.Sortino);
        Same("best_day", (double)summary.Daily.Best!.Value.Amount);
        Same("worst_day", (double)summary.Daily.Worst!.Value.Amount);
        Same("net_without_best_day", (double)summary.Daily.NetWithoutBest!.Value.Amount);
        var daily = golden.GetProperty("daily_pnl").EnumerateArray().Select(day => day.GetDecimal());
        Assert.Equal(daily, days.Select(day => day.Net.Amount));

        void Same(string what, double? actual) => StatisticsGoldens.Same(golden.GetProperty(what), actual, what);
    }

    private static (ClosedTrade[] Trades, DayResult[] Days) Read()
    {
        var rows = File.ReadLines(StatisticsGoldens.File("trades.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var trades = rows.Select(
                (row, i) =>
                    Example.Trade(0, i) with
                    {
                        Contracts = int.Parse(row[2], CultureInfo.InvariantCulture),
                        Turned = int.Parse(row[2], CultureInfo.InvariantCulture),
                        Gross = Example.Dollars(row[3]),
                        Commission = Example.Dollars(row[4]),
                        Slippage = Example.Dollars(row[5]),
                        Risk = Example.Dollars(row[7]),
                    }
            )
            .ToArray();
        var dayOf = rows.Select(row => int.Parse(row[1], CultureInfo.InvariantCulture)).ToArray();
        var days = new DayResult[dayOf.Max() + 1];
        for (var day = 0; day < days.Length; day++)
        {
            var nets = trades.Where((_, i) => dayOf[i] == day).Select(trade => trade.Net).ToList();
            var net = nets.Aggregate(Money.Zero, (sum, one) => sum + one);
            days[day] = new DayResult(Example.Day + day, net, net, nets.Count, Money.Zero);
        }

        return (trades, days);
    }
}

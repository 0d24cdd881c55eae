using Keel.Domain;
using Keel.Research.Backtests;

namespace Keel.Research.Results;

/// <summary>Writes equity_curve.csv: the sum of net after each trade, beginning at zero with the data.</summary>
public static class EquityCurveCsv
{
    /// <summary>Writes the curve of a result; equity is empty without capital.</summary>
    public static void Write(Stream into, BacktestResult result)
    {
        using var csv = new CsvWriter(into, "time,net_pnl,cumulative_pnl,equity,drawdown_usd");
        if (result.Start is { } start)
        {
            csv.Time(start).Amount(Money.Zero).Amount(Money.Zero).Amount(result.Capital).Amount(Money.Zero).EndLine();
        }

        var sum = Money.Zero;
        var maximum = Money.Zero;
        for (var i = 0; i < result.Trades.Count; i++)
        {
            var trade = result.Trades[i];
            sum += trade.Net;
            maximum = sum > maximum ? sum : maximum;
            csv.Time(trade.ExitTime)
                .Amount(trade.Net)
                .Amount(sum)
                .Amount(result.Capital is { } capital ? capital + sum : null)
                .Amount(maximum - sum)
                .EndLine();
        }
    }
}

using Keel.Domain.Instruments;
using Keel.Research.Backtests;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>Writes trades.csv: one line for each trade, in the order of their exits.</summary>
public static class TradesCsv
{
    private const string Header =
        "entry_time,exit_time,direction,entry_price,exit_price,contracts,gross_pnl,commission,slippage,net_pnl,exit_reason,"
        + "model_confidence,predicted_class,mae,mfe";

    /// <summary>Writes all trades of a result.</summary>
    public static void Write(Stream into, BacktestResult result)
    {
        using var csv = new CsvWriter(into, Header);
        var grid = result.Instrument.Grid;
        var trades = result.Trades;
        for (var i = 0; i < trades.Count; i++)
        {
            var trade = trades[i];
            csv.Time(trade.EntryTime).Time(trade.ExitTime).Word(SideText.Of(trade.Side));
            Price(csv, grid, trade.EntryTicks, trade.Turned);
            Price(csv, grid, trade.ExitTicks, trade.Turned);
            csv.Number(trade.Contracts)
                .Amount(trade.Gross)
                .Amount(trade.Commission)
                .Amount(trade.Slippage)
                .Amount(trade.Net)
                .Word(ExitReasonText.Of(trade.Reason))
                .Number(trade.Confidence);
            _ = trade.PredictedClass < 0 ? csv.Empty() : csv.Number(trade.PredictedClass);
            csv.Amount(trade.WorstOpen).Amount(trade.BestOpen).EndLine();
        }
    }

    // A price that is the mean of several fills may lie between two ticks.
    private static void Price(CsvWriter csv, PriceGrid grid, long ticks, int contracts)
    {
        if (contracts == 0)
        {
            csv.Empty();
            return;
        }

        var (whole, rest) = Math.DivRem(ticks, contracts);
        _ = rest == 0 ? csv.Fixed(whole * grid.UnitsPerTick, grid.Decimals) : csv.Number(ticks * grid.Tick / contracts);
    }
}

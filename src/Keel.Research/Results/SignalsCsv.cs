using Keel.Research.Backtests;
using Keel.Trading.Ledger;

namespace Keel.Research.Results;

/// <summary>Writes signals.csv: each wish to enter that was kept, and the rule that refused or reduced it.</summary>
public static class SignalsCsv
{
    private const string Header = "time,direction,price,contracts,model_confidence,outcome,rule,need,bound,seat";

    /// <summary>Writes the signals of a result; need and bound are empty where no rule spoke.</summary>
    public static void Write(Stream into, BacktestResult result)
    {
        using var csv = new CsvWriter(into, Header);
        var grid = result.Instrument.Grid;
        for (var i = 0; i < result.Signals.Count; i++)
        {
            var signal = result.Signals[i];
            csv.Time(signal.At)
                .Word(SideText.Of(signal.Side))
                .Fixed(signal.Price.InTicks * grid.UnitsPerTick, grid.Decimals)
                .Number(signal.Contracts)
                .Number(signal.Confidence)
                .Word(Outcome(signal));
            _ = signal.Reason is { } rule ? csv.Text(rule).Number(signal.Need).Number(signal.Bound) : csv.Empty().Empty().Empty();
            csv.Number(signal.Seat).EndLine();
        }
    }

    private static string Outcome(in SignalRecord signal) =>
        signal.Reason is null ? "taken"
        : signal.Contracts == 0 ? "refused"
        : "reduced";
}

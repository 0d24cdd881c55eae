using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Research.Backtests;

namespace Keel.Research.Reports;

/// <summary>What a page is about: a run with its summary.</summary>
internal sealed record ReportSubject(BacktestResult Result, Summary Summary)
{
    /// <summary>Whether there is anything to draw.</summary>
    public bool HasTrades => Result.Trades.Count > 0;

    /// <summary>The heading of every page.</summary>
    public string Title => $"{Result.Strategy} on {Result.Instrument.Symbol}";

    /// <summary>The first and the last day of the data, New York; empty without data.</summary>
    public string Period =>
        (Result.Start, Result.End) is ({ } start, { } end) ? $"{NewYorkDate(start)} to {NewYorkDate(end)}" : "no data";

    /// <summary>A time on New York's clock, to the second.</summary>
    public static string NewYorkTime(Timestamp time) =>
        time.ToInstant().InZone(TradingZones.NewYork).ToString("uuuu-MM-dd HH:mm:ss", null);

    private static string NewYorkDate(Timestamp time) =>
        time.ToInstant().InZone(TradingZones.NewYork).ToString("uuuu-MM-dd", null);
}

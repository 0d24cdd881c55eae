using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>Writes drawdowns.csv: each time below the maximum of the sum of net, trade by trade.</summary>
public static class DrawdownsCsv
{
    private const string Header =
        "peak_time,trough_time,recovery_time,depth_usd,depth_pct,peak_pnl,trades,duration_hours,recovery_hours";

    /// <summary>Writes all of them; what never recovered has no recovery.</summary>
    public static void Write(Stream into, PerformanceSummary summary)
    {
        using var csv = new CsvWriter(into, Header);
        foreach (var drawdown in summary.Drawdowns.Phases)
        {
            csv.Time(drawdown.Peak)
                .Time(drawdown.Trough)
                .Time(drawdown.Recovery)
                .Amount(drawdown.Depth)
                .Number(100 * drawdown.Share(summary.Result.Capital))
                .Amount(drawdown.Maximum)
                .Number(drawdown.Trades)
                .Number(drawdown.Duration.TotalMinutes / 60)
                .Number(drawdown.TimeToRecover is { } recover ? recover.TotalMinutes / 60 : null)
                .EndLine();
        }
    }
}

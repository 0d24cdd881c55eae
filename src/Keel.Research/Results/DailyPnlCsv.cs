using Keel.Domain;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>Writes daily_pnl.csv: one line for each trading day of the data, also those without a trade.</summary>
public static class DailyPnlCsv
{
    /// <summary>Writes the days; equity and return (a fraction of the equity before) are empty without capital.</summary>
    public static void Write(Stream into, PerformanceSummary summary)
    {
        using var csv = new CsvWriter(into, "date,net_pnl,realised_pnl,trades,low,cumulative_pnl,equity,return");
        var result = summary.Result;
        var returns = result.Capital is null ? [] : summary.Daily.Returns;
        var sum = Money.Zero;
        for (var i = 0; i < result.Days.Count; i++)
        {
            var day = result.Days[i];
            sum += day.Net;
            csv.Date(day.DayNumber)
                .Amount(day.Net)
                .Amount(day.Realised)
                .Number(day.Trades)
                .Amount(day.Low)
                .Amount(sum)
                .Amount(result.Capital is { } capital ? capital + sum : null)
                .Number(i < returns.Count ? returns[i] : null)
                .EndLine();
        }
    }
}

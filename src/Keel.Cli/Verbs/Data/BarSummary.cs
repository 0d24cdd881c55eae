using System.Globalization;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Cli.Verbs.Data;

/// <summary>A selection of bars at a glance: how many, from when to when, prices, volume, trading days, and a chart of the closes.</summary>
internal sealed class BarSummary
{
    private const int ChartRows = 6;
    private const int MostPoints = 2048;
    private readonly BarSelection selection;
    private readonly List<double> points = [];
    private readonly HashSet<int> days = [];
    private int stride = 1;
    private int untilPoint;
    private long rows;
    private long volume;
    private Bar first;
    private Bar last;
    private Price high = new(long.MinValue);
    private Price low = new(long.MaxValue);

    private BarSummary(BarSelection selection) => this.selection = selection;

    public static BarSummary Of(BarSelection selection, Terminal terminal, CancellationToken stop)
    {
        var summary = new BarSummary(selection);
        var cursor = new SessionCursor(selection.Hours);
        using var progress = new Progress(terminal, $"reading {selection.Dataset.Instrument}");
        using var reader = selection.Read();
        while (reader.Read(out var bars))
        {
            stop.ThrowIfCancellationRequested();
            summary.Look(bars, cursor);
            progress.Report(summary.rows / (double)selection.Dataset.Rows, $"{Terminal.Count(summary.rows)} bars");
        }

        return summary.rows > 0 ? summary : throw NoBar(selection);
    }

    /// <summary>The error where a selection holds nothing.</summary>
    public static DataException NoBar(BarSelection selection) =>
        new(
            "no bar fits",
            "the dataset has none in this period and these hours",
            $"it reaches from {selection.Dataset.First} to {selection.Dataset.Last}; try --hours all"
        );

    public void Write(Terminal terminal)
    {
        var grid = selection.Grid;
        var dataset = selection.Dataset;
        terminal.Line(
            $"{dataset.Identity}   {selection.Length?.ToString() ?? dataset.Schema[5..]} bars, hours {selection.Choice.ToString().ToLowerInvariant()} ({selection.Hours.Name})"
        );
        terminal.Line();
        foreach (
            var line in Sparkline.Draw(
                points,
                terminal.Width - 16,
                ChartRows,
                price => price.ToString("F" + grid.Decimals, CultureInfo.InvariantCulture)
            )
        )
        {
            terminal.Line("  " + line);
        }

        terminal.Line();
        terminal.Line($"  bars          {Terminal.Count(rows)}");
        terminal.Line($"  first         {first.OpenTime}");
        terminal.Line($"  last          {last.OpenTime}");
        terminal.Line($"  trading days  {Terminal.Count(days.Count)}");
        terminal.Line($"  open          {grid.Format(first.Open)}");
        terminal.Line($"  high          {grid.Format(high)}");
        terminal.Line($"  low           {grid.Format(low)}");
        terminal.Line($"  close         {grid.Format(last.Close)}");
        terminal.Line($"  volume        {Terminal.Count(volume)}");
        terminal.Line(
            $"  on disk       {(dataset.Partitions.Count == 1 ? "1 file" : $"{dataset.Partitions.Count} files")}, {dataset.Bytes / (double)dataset.Rows:0.0} bytes a bar"
        );
        if (Unknown() is { } unknown)
        {
            terminal.Line($"  note          {unknown}");
        }
    }

    public JsonObject Document() =>
        new()
        {
            ["dataset"] = selection.Dataset.Identity,
            ["instrument"] = selection.Dataset.Instrument,
            ["schema"] = selection.Dataset.Schema,
            ["bars"] = selection.Length?.ToString() ?? selection.Dataset.Schema[5..],
            ["hours"] = selection.Choice.ToString().ToLowerInvariant(),
            ["rows"] = rows,
            ["first"] = first.OpenTime.ToString(),
            ["last"] = last.OpenTime.ToString(),
            ["trading_days"] = days.Count,
            ["open"] = selection.Grid.ToPoints(first.Open),
            ["high"] = selection.Grid.ToPoints(high),
            ["low"] = selection.Grid.ToPoints(low),
            ["close"] = selection.Grid.ToPoints(last.Close),
            ["volume"] = volume * selection.Dataset.Lot,
            ["tick"] = selection.Dataset.Tick,
            ["bytes_per_row"] = Math.Round(selection.Dataset.Bytes / (double)selection.Dataset.Rows, 2),
            ["note"] = Unknown(),
        };

    private string? Unknown() =>
        selection.Hours is TradingCalendar calendar && !(calendar.Knows(first.OpenTime) && calendar.Knows(last.OpenTime))
            ? $"the calendar knows {calendar.FirstKnownDay:yyyy-MM-dd} to {calendar.LastKnownDay:yyyy-MM-dd}; on other days nothing is left out"
            : null;

    private void Look(ReadOnlySpan<Bar> bars, SessionCursor cursor)
    {
        if (rows == 0)
        {
            first = bars[0];
        }

        var until = long.MinValue;
        foreach (ref readonly var bar in bars)
        {
            var time = bar.OpenTime.UnixNanoseconds;
            if (time >= until)
            {
                if (cursor.TryMove(time))
                {
                    days.Add(cursor.DayNumber);
                }

                until = cursor.Until;
            }

            if (--untilPoint < 0)
            {
                AddPoint(bar.Close);
            }

            high = bar.High > high ? bar.High : high;
            low = bar.Low < low ? bar.Low : low;
            volume += bar.Volume.Lots;
        }

        rows += bars.Length;
        last = bars[^1];
    }

    /// <summary>A chart has some hundred columns: when points get many, every second one goes, and they come half as often.</summary>
    private void AddPoint(Price close)
    {
        points.Add((double)selection.Grid.ToPoints(close));
        if (points.Count == MostPoints)
        {
            var kept = points.Where((_, index) => index % 2 == 0).ToList();
            points.Clear();
            points.AddRange(kept);
            stride *= 2;
        }

        untilPoint = stride - 1;
    }
}

using System.Diagnostics;
using Keel.Data.Catalogs;
using Keel.Data.DuckDb;
using Keel.Data.Hours;
using Keel.Data.Synthetic;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Benchmarks;

/// <summary>Second bars by the ten million: written, read into memory, filtered and joined, beside DuckDB alone and a loop written by hand.</summary>
internal sealed class DataJob(string folder, int rows, int runs)
{
    private readonly Instrument mes = InstrumentTable.Find("MES");

    public void Run()
    {
        var catalog = Catalog.Open(Path.Combine(folder, $"data-{rows}"));
        if (catalog.Datasets.Count == 0)
        {
            Write(catalog);
        }

        var dataset = catalog.Datasets[0];
        Console.WriteLine(
            $"{dataset.Rows:#,0} bars of one second, {dataset.Bytes / (double)dataset.Rows:0.00} bytes a bar on disk"
        );
        var files = dataset.Partitions.Select(partition => Path.Combine(catalog.Folder, partition.File)).ToList();
        var loop = new HandLoop(files, mes.Grid);
        long minutes = 0;
        var times = new Timing(runs).Take(
            () => DuckDbAlone(files),
            () => IntoSeries(catalog, dataset),
            () => minutes = Joined(catalog, dataset, "1m"),
            () => Joined(catalog, dataset, "5m"),
            () => loop.Run()
        );
        Console.WriteLine($"DuckDB alone, every chunk, first value of each vector   {Timing.Text(times[0])}");
        Console.WriteLine(
            $"all six columns into BarSeries                          {Timing.Text(times[1])}   ratio to DuckDB {Timing.Median(times[1]) / Timing.Median(times[0]):0.00}"
        );
        Console.WriteLine(
            $"streamed: regular hours, joined to one minute           {Timing.Text(times[2])}   ratio to the loop {Timing.Median(times[2]) / Timing.Median(times[4]):0.00}"
        );
        Console.WriteLine($"streamed: regular hours, joined to five minutes         {Timing.Text(times[3])}");
        Console.WriteLine(
            $"the one minute's job by hand over the same columns      {Timing.Text(times[4])}   {loop.Minutes:#,0} bars, volume {loop.Volume:#,0}"
        );
        Console.WriteLine(
            loop.Minutes == minutes
                ? "the loop and Keel agree on the number of bars"
                : $"the loop made {loop.Minutes} bars, Keel {minutes}: one of them is wrong"
        );
        Console.WriteLine($"peak memory of the whole job {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private void Write(Catalog catalog)
    {
        var sessions = TradingCalendar
            .EquityIndex.Sessions(new LocalDate(2019, 5, 6), new LocalDate(2040, 1, 1))
            .Where(session => session.Hours is not null);
        var market = new SyntheticMarket(mes, sessions.Take(4000), seed: 7, MarketModel.Clustered);
        using var bars = new SyntheticBars(market, BarLength.OneSecond);
        using var writer = catalog.BeginWrite("bench");
        var partitions = new List<Partition>();
        var month = new BarSeries();
        (int Year, int Month) present = default;
        var (count, clock, making) = (0L, Stopwatch.StartNew(), Stopwatch.StartNew());
        while (count < rows && bars.Read(out var batch))
        {
            batch = batch[..(int)Math.Min(batch.Length, rows - count)];
            count += batch.Length;
            foreach (ref readonly var bar in batch)
            {
                var day = DateTime.UnixEpoch.AddTicks(bar.OpenTime.UnixNanoseconds / 100);
                if ((day.Year, day.Month) != present)
                {
                    Stage();
                    present = (day.Year, day.Month);
                }

                month.Add(bar);
            }
        }

        Stage();
        writer.Commit(
            new Dataset
            {
                Instrument = "MES",
                Schema = "bars-1s",
                Tick = mes.Grid.Tick,
                Partitions = partitions,
            }
        );
        Console.WriteLine(
            $"made and written in {clock.Elapsed.TotalSeconds:0.0} s, of which making {making.Elapsed.TotalSeconds:0.0} s ({count / making.Elapsed.TotalSeconds / 1e6:0.0} million bars a second)"
        );

        void Stage()
        {
            making.Stop();
            if (month.Count > 0)
            {
                partitions.Add(writer.Stage("MES", "bars-1s", present.Year, present.Month, month, mes.Grid));
                month = new BarSeries();
            }

            making.Start();
        }
    }

    private static void DuckDbAlone(List<string> files)
    {
        using var database = new Database(Math.Max(2, Environment.ProcessorCount), 512);
        using var query = database.Stream(
            $"SELECT timestamp, open, high, low, close, volume FROM read_parquet([{string.Join(", ", files.Select(Database.Literal))}])"
        );
        while (query.NextChunk())
        {
            for (var column = 0; column < 6; column++)
            {
                _ = query.Values<int>(column)[0];
            }
        }
    }

    private static void IntoSeries(Catalog catalog, Dataset dataset)
    {
        using var reader = catalog.Read(dataset);
        var series = BarSeries.From(reader);
        if (series.Count != dataset.Rows)
        {
            throw new InvalidOperationException($"{series.Count} bars instead of {dataset.Rows}");
        }
    }

    private static long Joined(Catalog catalog, Dataset dataset, string length)
    {
        using var reader = SessionView.Of(
            catalog.Read(dataset),
            TradingCalendar.EquityIndex,
            HoursChoice.Rth,
            BarLength.Parse(length)
        );
        var count = 0L;
        while (reader.Read(out var bars))
        {
            count += bars.Length;
        }

        return count;
    }
}

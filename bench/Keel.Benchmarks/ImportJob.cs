using System.Diagnostics;
using System.Text;
using Keel.Data.Import;
using Keel.Data.Synthetic;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Benchmarks;

/// <summary>A text file of minutes in New York time without header, as traders have them: imported, validated, in the catalog.</summary>
internal sealed class ImportJob(string folder, int rows, int runs)
{
    public void Run()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"minutes-{rows}.txt");
        if (!File.Exists(path))
        {
            Write(path);
        }

        Console.WriteLine($"{rows:#,0} rows, {new FileInfo(path).Length / 1e6:0} MB of text");
        var times = new Timing(runs).Take(() => Import(path), () => ReadLines(path));
        Console.WriteLine($"imported and validated            {Timing.Text(times[0])}");
        Console.WriteLine(
            $"only cut into lines and fields    {Timing.Text(times[1])}   (File.ReadLines and Split: no parsing, no checks)"
        );
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private void Import(string path)
    {
        var catalog = Path.Combine(folder, "import-catalog");
        if (Directory.Exists(catalog))
        {
            Directory.Delete(catalog, recursive: true);
        }

        var report = new Importer(new ImportOptions { Instrument = "MES" }).Import(path, catalog)[0];
        if (report.Imported != rows || report.Zone != "America/New_York")
        {
            throw new InvalidOperationException($"imported {report.Imported} rows as {report.Zone}");
        }
    }

    private static void ReadLines(string path)
    {
        var fields = 0L;
        foreach (var line in File.ReadLines(path))
        {
            fields += line.Split(',').Length;
        }

        GC.KeepAlive(fields);
    }

    private void Write(string path)
    {
        var mes = InstrumentTable.Find("MES");
        var sessions = TradingCalendar.EquityIndex.Sessions(new LocalDate(2019, 5, 6), new LocalDate(2040, 1, 1));
        using var bars = new SyntheticBars(new SyntheticMarket(mes, sessions, 7, MarketModel.Clustered), BarLength.OneMinute);
        using var text = new StreamWriter(path, append: false, Encoding.ASCII);
        var count = 0;
        while (count < rows && bars.Read(out var batch))
        {
            foreach (ref readonly var bar in batch[..Math.Min(batch.Length, rows - count)])
            {
                count++;
                var time = bar.OpenTime.ToInstant().InZone(TradingZones.NewYork).LocalDateTime.ToDateTimeUnspecified();
                text.Write(
                    $"{time:yyyy-MM-dd HH:mm:ss},{mes.Grid.Format(bar.Open)},{mes.Grid.Format(bar.High)},{mes.Grid.Format(bar.Low)},{mes.Grid.Format(bar.Close)},{bar.Volume.Lots}\n"
                );
            }
        }
    }
}

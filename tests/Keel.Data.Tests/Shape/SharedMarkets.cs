using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Keel.Domain;
using Keel.Domain.Markets;
using NodaTime;

namespace Keel.Data.Tests.Shape;

/// <summary>Real one-minute bars, and the figures that were computed from them by another program, from the data beside the repository.</summary>
internal static class SharedMarkets
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static JsonElement Figures(string market)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "bars", "market-shape.json")));
        return document.RootElement.GetProperty(market).Clone();
    }

    public static Bar[] Nq() =>
        [
            .. File.ReadLines(Path.Combine(Folder(), "bars", "nq_1m_ny_202311.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => Bar(NewYork.AtStrictly(Local(cells[0])).ToInstant(), cells, 0.25m)),
        ];

    public static Bar[] Euro()
    {
        using var file = File.OpenRead(Path.Combine(Folder(), "bars", "6eh4_1m_utc_close_202401.csv.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return
        [
            .. Lines(text)
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => Bar(Local(cells[0]).InUtc().ToInstant() - Duration.FromMinutes(1), cells, 0.00005m)),
        ];
    }

    public static Bar[] Lean(string market, string root, string contract, decimal tick, string lastDate)
    {
        var folder = Path.Combine(Folder(), "lean", "future", market, "minute", root);
        var bars = new List<Bar>();
        foreach (var path in Directory.EnumerateFiles(folder, "2013*_trade.zip").Order(StringComparer.Ordinal))
        {
            var date = Path.GetFileName(path)[..8];
            using var zip = ZipFile.OpenRead(path);
            var entry = zip.Entries.SingleOrDefault(one => one.Name.EndsWith($"_{contract}.csv", StringComparison.Ordinal));
            if (entry is null || string.CompareOrdinal(date, lastDate) > 0)
            {
                continue;
            }

            var midnight = Instant.FromUtc(
                int.Parse(date[..4], CultureInfo.InvariantCulture),
                int.Parse(date[4..6], CultureInfo.InvariantCulture),
                int.Parse(date[6..], CultureInfo.InvariantCulture),
                0,
                0
            );
            using var text = new StreamReader(entry.Open());
            bars.AddRange(
                Lines(text)
                    .Select(line => line.Split(','))
                    .Select(cells =>
                        Bar(midnight + Duration.FromMilliseconds(long.Parse(cells[0], CultureInfo.InvariantCulture)), cells, tick)
                    )
            );
        }

        return [.. bars.OrderBy(bar => bar.OpenTime)];
    }

    private static string Folder()
    {
        var data = CheckoutFolder.SharedData();
        if (!Directory.Exists(data))
        {
            Assert.Skip("shared/data does not lie beside the repository");
        }

        return data;
    }

    private static LocalDateTime Local(string text) =>
        LocalDateTime.FromDateTime(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Bar Bar(Instant opened, string[] cells, decimal tick)
    {
        Price Price(int cell) => new((long)decimal.Round(decimal.Parse(cells[cell], CultureInfo.InvariantCulture) / tick));
        var volume = new Quantity((long)decimal.Parse(cells[5], CultureInfo.InvariantCulture));
        return new Bar(Timestamp.FromInstant(opened), Price(1), Price(2), Price(3), Price(4), volume);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Data.Import;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Import;

/// <summary>Real bars, imported with nothing said but the instrument, against what a program that nobody here wrote found in the same files.</summary>
public sealed class GoldenBarsTests
{
    [Fact]
    public void Every_file_of_real_bars_is_imported_whole()
    {
        foreach (var file in SharedBars.Files())
        {
            using var folder = new TemporaryFolder();
            var (report, _) = Import(file, folder.Path);
            Assert.True(
                report is { Quarantined: 0, Duplicates: 0 } && report.Imported == report.Rows && report.Rows > 0,
                $"{Path.GetFileName(file)}: {report.Imported} of {report.Rows} rows, {report.Quarantined} quarantined"
            );
        }
    }

    [Fact]
    public void Counts_ends_and_sums_of_the_files_are_the_expected_ones()
    {
        var expected = SharedBars.Expected();
        var checkedFiles = 0;
        foreach (var file in SharedBars.Files())
        {
            if (!expected.TryGetProperty(SharedBars.NameOf(file), out var figures))
            {
                continue;
            }

            using var folder = new TemporaryFolder();
            var (_, dataset) = Import(file, folder.Path);
            var bars = Bars.ReadAll(Catalog.Open(folder.Path).Read(dataset));
            AssertFigures(figures, bars, dataset);
            AssertDays(expected, SharedBars.NameOf(file), bars, dataset);
            checkedFiles++;
        }

        Assert.True(checkedFiles > 0);
    }

    [Fact]
    public void The_calendar_knows_thanksgiving()
    {
        using var folder = new TemporaryFolder();
        var (_, dataset) = Import(SharedBars.Files().Single(file => SharedBars.InstrumentOf(file) == "NQ"), folder.Path);
        var hours = SessionView.HoursOf("equity_index", HoursChoice.Rth);
        var days = Bars.ReadAll(SessionView.Of(Catalog.Open(folder.Path).Read(dataset), hours, HoursChoice.Rth, null))
            .ToLookup(bar => TradingCalendar.EquityIndex.TradingDayAt(bar.OpenTime));
        Assert.Empty(days[new LocalDate(2023, 11, 23)]);
        Assert.Equal(210, days[new LocalDate(2023, 11, 24)].Count());
        Assert.Equal(390, days[new LocalDate(2023, 11, 27)].Count());
    }

    [Fact]
    public void Before_the_calendars_tables_nothing_is_filtered()
    {
        using var folder = new TemporaryFolder();
        var (report, dataset) = Import(SharedBars.Files().Single(file => SharedBars.InstrumentOf(file) == "ES"), folder.Path);
        foreach (var choice in new[] { HoursChoice.Rth, HoursChoice.Eth })
        {
            var hours = SessionView.HoursOf("equity_index", choice);
            var bars = Bars.ReadAll(SessionView.Of(Catalog.Open(folder.Path).Read(dataset), hours, choice, null));
            Assert.Equal(report.Rows, bars.Count);
        }
    }

    private static (ImportReport Report, Dataset Dataset) Import(string file, string catalog)
    {
        var importer = new Importer(new ImportOptions { Instrument = SharedBars.InstrumentOf(file) });
        var report = Assert.Single(importer.Import(file, catalog));
        return (report, Assert.Single(Catalog.Open(catalog).Datasets));
    }

    private static void AssertDays(JsonElement expected, string file, List<Bar> bars, Dataset dataset)
    {
        var clock = ClockHours.NewYork;
        foreach (var day in bars.GroupBy(bar => clock.TradingDayAt(bar.OpenTime)))
        {
            if (!expected.TryGetProperty($"{file}-{day.Key.ToString("uuuu-MM-dd", null)}", out var figures))
            {
                continue;
            }

            var series = Bars.Series(day);
            AssertFigures(figures, [.. series], dataset);
            var regular = Bars.ReadAll(SessionView.Of(BarReader.Over(series), clock, HoursChoice.Clock, null));
            AssertFigures(figures.GetProperty("rth"), regular, dataset);
            var fives = Bars.ReadAll(SessionView.Of(BarReader.Over(series), clock, HoursChoice.All, BarLength.FromSeconds(300)));
            Assert.Equal(figures.GetProperty("bars_5m").GetInt32(), fives.Count);
            Assert.Equal(figures.GetProperty("sha256_5m").GetString(), Hash(fives, dataset));
        }
    }

    private static void AssertFigures(JsonElement figures, List<Bar> bars, Dataset dataset)
    {
        Assert.Equal(figures.GetProperty("bars").GetInt32(), bars.Count);
        if (figures.TryGetProperty("first_utc", out var first))
        {
            Assert.Equal(first.GetString(), bars[0].OpenTime.ToString());
            Assert.Equal(figures.GetProperty("last_utc").GetString(), bars[^1].OpenTime.ToString());
        }

        AssertPrice("open", bars[0].Open);
        AssertPrice("high", bars.Max(bar => bar.High.InTicks));
        AssertPrice("low", bars.Min(bar => bar.Low.InTicks));
        AssertPrice("close", bars[^1].Close);
        Assert.Equal(figures.GetProperty("volume").GetInt64(), bars.Sum(bar => bar.Volume.Lots));

        void AssertPrice(string name, object price) =>
            Assert.Equal(figures.GetProperty(name).GetDecimal(), (price is Price one ? one.InTicks : (long)price) * dataset.Tick);
    }

    /// <summary>The expected file's hash of five-minute bars: a line for each, <c>time,open,high,low,close,volume</c>, shortest decimals, no header.</summary>
    private static string Hash(List<Bar> bars, Dataset dataset)
    {
        var text = new StringBuilder();
        foreach (var bar in bars)
        {
            text.Append(bar.OpenTime);
            foreach (var price in (ReadOnlySpan<Price>)[bar.Open, bar.High, bar.Low, bar.Close])
            {
                text.Append(',').Append((price.InTicks * dataset.Tick).ToString("0.#########", CultureInfo.InvariantCulture));
            }

            text.Append(',').Append(bar.Volume.Lots).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

using System.Globalization;
using System.Text;
using Keel.Data.Import;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Import;

/// <summary>What readers and users reported, one test each.</summary>
public sealed class ReportedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2024-01-08", "2024-03-22", "UTC-05")] // agrees until the clocks change, nine sessions before the end
    [InlineData("2024-01-08", "2024-03-22", "UTC")]
    public void A_zone_that_is_wrong_for_some_sessions_is_refused(string from, string to, string zone)
    {
        var file = folder.Write("ny.csv", Text(Minutes(from, to), local: true));

        Assert.Throws<DataException>(() => Import(file, new ImportOptions { Instrument = "MES", Zone = zone }));
        Assert.Equal("America/New_York", Import(file, new ImportOptions { Instrument = "MES" }).Zone);
    }

    [Fact]
    public void A_wrong_zone_is_refused_though_the_file_has_a_hole_of_a_year()
    {
        var bars = Minutes("2023-01-09", "2023-01-21").Concat(Minutes("2024-01-08", "2024-01-20"));
        var file = folder.Write("apart.csv", Text(bars, local: true));

        Assert.Throws<DataException>(() => Import(file, new ImportOptions { Instrument = "MES", Zone = "UTC" }));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4000)]
    public void Wrong_dates_are_set_aside_and_nothing_else_is(int rows, int daysAhead)
    {
        var bars = Minutes("2024-01-08", "2024-01-13");
        for (var i = 3000; i < 3000 + rows; i++)
        {
            bars[i] = At(bars[i], bars[i].OpenTime + Domain.Span.FromHours(24 * daysAhead));
        }

        var report = Import(folder.Write("typo.csv", Text(bars)), Mes);

        Assert.Equal((bars.Count - rows, (long)rows), (report.Imported, report.Reasons["time-spike"]));
    }

    [Fact]
    public void A_block_at_the_wrong_place_is_put_in_order()
    {
        var bars = Minutes("2024-01-08", "2024-01-13");
        var moved = bars.Skip(500).Concat(bars.Take(500));

        Assert.Equal(bars.Count, Import(folder.Write("moved.csv", Text(moved)), Mes).Imported);
    }

    [Fact]
    public void Downloads_that_overlap_over_the_end_of_a_month_are_duplicates_and_no_more()
    {
        var bars = Minutes("2024-01-29", "2024-02-03");
        var report = Import(folder.Write("overlap.csv", Text(bars.Take(5000).Concat(bars.Skip(3000)))), Mes);

        Assert.Equal((bars.Count, 2000L, 0L), (report.Imported, report.Duplicates, report.Quarantined));
    }

    [Theory]
    [InlineData(4 * 60, "bars-4m")]
    [InlineData(45 * 60, "bars-45m")]
    [InlineData(12 * 3600, "bars-12h")]
    public void Bars_of_any_length_keep_their_length(int seconds, string schema)
    {
        var bars = Data.Tests.Bars.Always(Timestamp.Parse("2024-01-08T00:00:00Z"), 300, seconds);

        Assert.Equal(schema, Import(folder.Write("length.csv", Text(bars)), new ImportOptions { Instrument = "XXX" }).Schema);
    }

    [Fact]
    public void Hours_that_begin_at_half_past_are_bars()
    {
        var bars = Data.Tests.Bars.Always(Timestamp.Parse("2024-01-08T14:30:00Z"), 7, 3600);

        Assert.Equal(7, Import(folder.Write("rth.csv", Text(bars)), Mes).Imported);
    }

    [Theory]
    [InlineData("MESH4", "MESZ5", false)]
    [InlineData("AAPL", "TSLA", false)]
    [InlineData("MESH24", "MESH4", true)]
    [InlineData("MESH4", "MES", true)]
    public void Rows_of_one_contract_never_go_into_another(string written, string asked, bool fits)
    {
        var rows = Text(Minutes("2024-01-08", "2024-01-09")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var file = folder.Write(
            "symbol.csv",
            string.Join('\n', rows.Select((row, i) => row + (i == 0 ? ",symbol" : $",{written}")))
        );
        var options = new ImportOptions { Instrument = asked };

        if (fits)
        {
            Assert.Equal(rows.Length - 1, Import(file, options).Imported);
        }
        else
        {
            Assert.Throws<DataException>(() => Import(file, options));
        }
    }

    [Fact]
    public void A_volume_under_another_name_is_read_and_a_missing_one_is_told()
    {
        var text = Text(Data.Tests.Bars.Always(Timestamp.Parse("2024-01-08T00:00:00Z"), 50, 60));
        var named = Import(
            folder.Write("named.csv", text.Replace("volume", "Volume BTC")),
            new ImportOptions { Instrument = "XXX" }
        );
        var without = Import(
            folder.Write("without.csv", text.Replace("volume", "remark")),
            new ImportOptions { Instrument = "YYY" }
        );

        Assert.DoesNotContain(named.Notes, note => note.Contains("volume", StringComparison.Ordinal));
        Assert.Contains(without.Notes, note => note.Contains("no column of volume", StringComparison.Ordinal));
    }

    [Fact]
    public void Volumes_too_large_for_their_finest_lot_are_counted_in_coarser_ones()
    {
        var rows = Enumerable
            .Range(0, 200)
            .Select(i => $"2024-01-08T{i / 60:00}:{i % 60:00}:00Z,1.5,1.5,1.5,1.5,{50 + i}.00000001");
        var report = Import(
            folder.Write("coin.csv", "timestamp,open,high,low,close,volume\n" + string.Join('\n', rows)),
            new ImportOptions { Instrument = "COIN" }
        );

        Assert.Equal(200, report.Imported);
        Assert.Contains(report.Notes, note => note.Contains("rounded", StringComparison.Ordinal));
    }

    [Fact]
    public void Twelve_digits_are_a_date_and_a_time()
    {
        var bars = Minutes("2024-01-08", "2024-01-11");
        var rows = bars.Select(bar => $"{Instant(bar):yyyyMMddHHmm},{Prices(bar)}");

        Assert.Equal(bars[0].OpenTime, Import(folder.Write("digits.csv", string.Join('\n', rows)), Mes).First);
    }

    [Fact]
    public void A_market_that_moved_just_before_the_end_is_kept()
    {
        var bars = Minutes("2024-01-08", "2024-01-10");
        var up = bars.Select((bar, i) => i < bars.Count - 4 ? bar : Higher(bar));

        Assert.Equal(bars.Count, Import(folder.Write("moved.csv", Text(up)), Mes).Imported);
    }

    [Fact]
    public void Rows_with_dates_alone_are_trading_days()
    {
        var report = Import(
            folder.Write(
                "days.csv",
                "date,open,high,low,close,volume\n2024-01-08,4800,4800,4800,4800,1\n2024-01-09,4800,4800,4800,4800,1\n2024-01-10,4800,4800,4800,4800,1\n"
            ),
            Mes
        );

        Assert.Equal(("bars-1d", Timestamp.Parse("2024-01-07T23:00:00Z")), (report.Schema, report.First));
    }

    [Fact]
    public void A_catalog_that_lost_its_manifest_is_not_written_to()
    {
        var file = folder.Write("mes.csv", Text(Minutes("2024-01-08", "2024-01-09")));
        Import(file, Mes);
        File.Delete(Path.Combine(CatalogFolder, "manifest.json"));

        Assert.Throws<DataException>(() => Import(file, new ImportOptions { Instrument = "ES" }));
        Assert.NotEmpty(Directory.EnumerateFiles(CatalogFolder, "*.parquet", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_is_imported_without_the_catalog_that_lies_in_it()
    {
        folder.Write("mes.csv", Text(Minutes("2024-01-08", "2024-01-09")));
        Import(folder.Path, Mes);
        var reports = new Importer(Mes).Import(folder.Path, CatalogFolder);

        Assert.Equal([Path.Combine(folder.Path, "mes.csv")], reports.Select(report => report.Source));
    }

    [Theory]
    [InlineData("MCL")]
    [InlineData("CL")]
    public void Prices_that_no_one_would_believe_are_another_market(string instrument)
    {
        var file = folder.Write(
            "index.csv",
            Text(Minutes("2024-01-08", "2024-01-09")).Replace(".25", ".00").Replace(".50", ".00").Replace(".75", ".00")
        );

        Assert.Throws<DataException>(() => Import(file, new ImportOptions { Instrument = instrument }));
    }

    [Fact]
    public void A_table_of_which_most_rows_are_bad_is_refused_whole()
    {
        var rows = Text(Minutes("2024-01-08", "2024-01-09")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var wrong = rows.Select((row, i) => i == 0 ? "timestamp,close,open,low,high,volume" : row);

        Assert.Throws<DataException>(() => Import(folder.Write("order.csv", string.Join('\n', wrong)), Mes));
    }

    private static ImportOptions Mes => new() { Instrument = "MES" };

    private string CatalogFolder => folder.File("catalog");

    private ImportReport Import(string path, ImportOptions options) => new Importer(options).Import(path, CatalogFolder)[0];

    private static List<Bar> Minutes(string from, string to) =>
        Data.Tests.Bars.Through(TradingCalendar.EquityIndex, Date(from), Date(to), 60);

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Bar At(Bar bar, Timestamp time) => new(time, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);

    private static Bar Higher(Bar bar)
    {
        var up = new Ticks(bar.Close.InTicks / 3);
        return new Bar(bar.OpenTime, bar.Open + up, bar.High + up, bar.Low + up, bar.Close + up, bar.Volume);
    }

    private static DateTime Instant(Bar bar) => DateTime.UnixEpoch.AddTicks(bar.OpenTime.UnixNanoseconds / 100);

    private static string Prices(Bar bar)
    {
        var grid = PriceGrid.Of(0.25m);
        return $"{grid.Format(bar.Open)},{grid.Format(bar.High)},{grid.Format(bar.Low)},{grid.Format(bar.Close)},{bar.Volume}";
    }

    private static string Text(IEnumerable<Bar> bars, bool local = false)
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        foreach (var bar in bars)
        {
            var time = local
                ? bar
                    .OpenTime.ToInstant()
                    .InZone(TradingZones.NewYork)
                    .ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                : bar.OpenTime.ToString();
            text.Append(time).Append(',').Append(Prices(bar)).Append('\n');
        }

        return text.ToString();
    }
}

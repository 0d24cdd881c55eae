using Keel.Data.Catalogs;
using Keel.Data.DuckDb;
using Keel.Data.Export;
using Keel.Data.Import;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Tests.Export;

public sealed class BarExportTests
{
    [Theory]
    [InlineData("MES", 0.25, 20_000, "csv")]
    [InlineData("MES", 0.25, 20_000, "parquet")]
    [InlineData("MCL", 0.01, -3_763, "csv")]
    [InlineData("MCL", 0.01, -3_763, "parquet")]
    [InlineData("UNHEARD", 0.000001, 1_999_999_000, "csv")]
    [InlineData("UNHEARD", 0.000001, 1_999_999_000, "parquet")]
    [InlineData("UNHEARD", 0.000000001, 5, "csv")]
    [InlineData("UNHEARD", 0.000000001, 5, "parquet")]
    public void What_is_exported_can_be_imported_again(string instrument, double step, int start, string format)
    {
        using var folder = new TemporaryFolder();
        var grid = PriceGrid.Of((decimal)step);
        var bars = Bars.Through(TradingCalendar.EnergyCrude, new(2020, 4, 20), new(2020, 4, 22), 60, start: start);
        var file = folder.File($"bars.{format}");
        Assert.Equal(bars.Count, Write(bars, grid, file));
        var importer = new Importer(new ImportOptions { Instrument = instrument, Tick = (decimal)step });
        var report = Assert.Single(importer.Import(file, folder.File("catalog")));
        Assert.Equal((0, 0, bars.Count), (report.Quarantined, report.Duplicates, (int)report.Imported));
        var catalog = Catalog.Open(folder.File("catalog"));
        Assert.Equal(bars, Bars.ReadAll(catalog.Read(Assert.Single(catalog.Datasets))));
    }

    [Fact]
    public void A_text_export_is_written_as_the_contract_says()
    {
        using var folder = new TemporaryFolder();
        var bar = new Bar(Timestamp.Parse("2020-04-20T18:08:00Z"), new(-3763), new(1), new(-4032), new(-5), new Quantity(12));
        Write([bar], PriceGrid.Of(0.01m), folder.File("bars.csv"));
        Assert.Equal(
            "timestamp,open,high,low,close,volume\n2020-04-20T18:08:00Z,-37.63,0.01,-40.32,-0.05,12\n",
            File.ReadAllText(folder.File("bars.csv"))
        );
        Assert.Equal(["bars.csv"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_export_of_nothing_is_an_empty_table()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Write([], PriceGrid.Of(0.25m), folder.File("bars.parquet")));
        using var database = new Database(1);
        using var query = database.Stream($"SELECT count(*) FROM read_parquet({Database.Literal(folder.File("bars.parquet"))})");
        Assert.True(query.NextChunk());
        Assert.Equal(0, query.Values<long>(0)[0]);
        Assert.Throws<DataException>(() => Write([], PriceGrid.Of(0.25m), folder.File("bars.xlsx")));
    }

    [Fact]
    public void Parts_of_which_some_are_wide_are_joined_to_one_wide_file()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(1);
        var grid = PriceGrid.Of(0.01m);
        var narrow = Bars.Series(Bars.Always(Timestamp.FromUnixSeconds(0), 3_000, 1, start: 0));
        var wide = Bars.Series(Bars.Always(Timestamp.FromUnixSeconds(3_000), 10, 1, start: 2_000_000_000));
        string[] parts = [folder.File("first"), folder.File("second")];
        PartitionFile.Write(database, parts[0], narrow, grid, wide: false);
        PartitionFile.Write(database, parts[1], wide, grid, wide: true);
        PartitionFile.Join(database, parts, new ParquetColumns(grid), wide: true, lot: 1, folder.File("whole"));
        using var reader = new ParquetBarReader([folder.File("whole")], grid, wide: true, Timestamp.MinValue, Timestamp.MaxValue);
        var whole = Bars.Series(narrow.Concat(wide));
        Assert.Equal(PartitionFile.ContentHash(whole), PartitionFile.ContentHash(BarSeries.From(reader)));
    }

    [Fact]
    public void An_export_tells_how_far_it_is_and_leaves_only_the_file()
    {
        using var folder = new TemporaryFolder();
        var bars = Bars.Series(Bars.Always(Timestamp.FromUnixSeconds(0), 3_000, 1));
        foreach (var name in (string[])["bars.csv", "bars.parquet"])
        {
            var told = 0L;
            BarExport.Write(BarReader.Over(bars), PriceGrid.Of(0.25m), folder.File(name), count => told = count);
            Assert.Equal(bars.Count, told);
        }

        Assert.Equal(2, Directory.EnumerateFiles(folder.Path).Count());
    }

    [Theory]
    [InlineData(0.00005, 22_000, 9)]
    [InlineData(0.01, -3_763, 9)]
    [InlineData(0.01, 2_000_000_000, 18)]
    public void A_program_of_others_reads_the_same_bars(double step, int start, int digits)
    {
        using var folder = new TemporaryFolder();
        var grid = PriceGrid.Of((decimal)step);
        var bars = Bars.Through(TradingCalendar.EquityIndex, new(2024, 3, 8), new(2024, 3, 12), 900, start: start);
        using var database = new Database(1);
        PartitionFile.Write(database, folder.File("partition.parquet"), Bars.Series(bars), grid, wide: digits == 18);
        Write(bars, grid, folder.File("export.parquet"));
        foreach (var name in (string[])["partition.parquet", "export.parquet"])
        {
            var read = OtherReader.Read(folder.File(name));
            var columns = read.GetProperty("columns").EnumerateArray().ToList();
            Assert.Equal(ParquetColumns.Names, columns.Select(column => column.GetProperty("name").GetString()));
            var time = columns[0].GetProperty("logical");
            Assert.Equal(
                ("TIMESTAMP", true, "MICROS"),
                (
                    time.GetProperty("type").GetString(),
                    time.GetProperty("isAdjustedToUTC").GetBoolean(),
                    time.GetProperty("unit").GetString()
                )
            );
            Assert.All(
                columns[1..5],
                column =>
                {
                    Assert.Equal("DECIMAL", column.GetProperty("converted").GetString());
                    Assert.Equal(
                        (grid.Decimals, digits),
                        (column.GetProperty("scale").GetInt32(), column.GetProperty("precision").GetInt32())
                    );
                }
            );
            var rows = read.GetProperty("rows").EnumerateArray().ToList();
            Assert.Equal(bars.Count, rows.Count);
            for (var i = 0; i < bars.Count; i++)
            {
                Assert.Equal(bars[i].OpenTime, Timestamp.Parse(rows[i].GetProperty("timestamp").GetString()!));
                AssertPrice(bars[i].Open, rows[i], "open");
                AssertPrice(bars[i].High, rows[i], "high");
                AssertPrice(bars[i].Low, rows[i], "low");
                AssertPrice(bars[i].Close, rows[i], "close");
                Assert.Equal(bars[i].Volume.Lots, rows[i].GetProperty("volume").GetInt64());
            }
        }

        void AssertPrice(Price price, System.Text.Json.JsonElement row, string name) =>
            Assert.Equal(
                (double)(price.InTicks * grid.Tick),
                row.GetProperty(name).GetDouble(),
                tolerance: (double)grid.Tick / 1_000
            );
    }

    private static long Write(List<Bar> bars, PriceGrid grid, string file) =>
        BarExport.Write(BarReader.Over(Bars.Series(bars)), grid, file);
}

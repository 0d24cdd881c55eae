using Keel.Data.Catalogs;
using Keel.Data.DuckDb;
using Keel.Data.Import;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Import;

/// <summary>Parquet as others write it: whatever types and names the columns have, the same bars come out.</summary>
public sealed class ParquetImportTests
{
    private static readonly LocalDate From = new(2024, 10, 28);
    private static readonly List<Bar> Given = Bars.Through(
        TradingCalendar.EquityIndex,
        From,
        From.PlusDays(10),
        60,
        missing: 0.3
    );

    // The table "bars" has utc (TIMESTAMP), zoned (TIMESTAMPTZ), and prices as DECIMAL(18,2).
    [Theory]
    [InlineData("zoned AS timestamp, open, high, low, close, volume")]
    [InlineData("zoned AS ts_event, open, high, low, close, volume, 'MESZ4' AS symbol")]
    [InlineData(
        "utc AS timestamp_utc, open::DOUBLE AS \"Open\", high::DOUBLE AS \"High\", low::DOUBLE AS \"Low\", close::DOUBLE AS \"Close\", volume::DOUBLE AS \"Volume\""
    )]
    [InlineData("open, high, low, close, volume::HUGEINT AS volume, utc AS __index_level_0__")]
    [InlineData("open, high, low, close, volume, utc AS \"index\"")]
    [InlineData(
        "row_number() OVER (ORDER BY utc) AS \"index\", utc AS datetime, open::FLOAT AS open, high::FLOAT AS high, low::FLOAT AS low, close::FLOAT AS close, volume::FLOAT AS volume"
    )]
    [InlineData("utc::TIMESTAMP_NS AS datetime, open, high, low, close, volume")]
    [InlineData("utc::TIMESTAMP_MS AS datetime, open, high, low, close, volume")]
    [InlineData("utc::TIMESTAMP_S AS datetime, open, high, low, close, volume")]
    [InlineData("epoch_ns(utc) AS ts, open, high, low, close, volume")]
    [InlineData("epoch_us(utc) AS ts, open, high, low, close, volume")]
    [InlineData("epoch_ms(utc) AS ts, open, high, low, close, volume")]
    [InlineData("epoch_ms(utc) // 1000 AS ts, open, high, low, close, volume")]
    [InlineData("(epoch_ms(utc) // 1000)::INTEGER AS time, open, high, low, close, volume::INTEGER AS volume")]
    [InlineData("epoch_ns(utc)::UBIGINT AS ts, open, high, low, close, volume::UBIGINT AS volume")]
    [InlineData("strftime(utc, '%Y-%m-%dT%H:%M:%SZ') AS timestamp, open, high, low, close, volume")]
    [InlineData("strftime(utc, '%Y-%m-%d %H:%M:%S') AS timestamp, open, high, low, close, volume")]
    [InlineData("strftime(utc, '%Y-%m-%d %H:%M:%S') AS time_utc, open, high, low, close, volume")]
    [InlineData("strftime(utc, '%m/%d/%Y %H:%M') AS date, open, high, low, close, volume")]
    [InlineData(
        "strftime(utc, '%d.%m.%Y %H:%M:%S') AS date, open::VARCHAR AS o, high::VARCHAR AS h, low::VARCHAR AS l, close::VARCHAR AS c, volume::VARCHAR AS v"
    )]
    [InlineData("(epoch_ms(utc) // 1000)::VARCHAR AS timestamp, open, high, low, close, volume")]
    [InlineData(
        "zoned - INTERVAL 5 HOUR - INTERVAL 1 MINUTE + INTERVAL 5 HOUR + INTERVAL 1 MINUTE AS t, open, high, low, close, volume"
    )]
    public void Any_types_and_names_give_the_same_bars(string columns) => AssertSame(Given, Read(Given, 0.25m, columns, "MES"));

    [Theory]
    [InlineData("utc - INTERVAL 5 HOUR")]
    [InlineData("(utc - INTERVAL 5 HOUR)::TIMESTAMP_NS")]
    [InlineData("utc + INTERVAL 1 HOUR + INTERVAL 1 MINUTE")]
    [InlineData("strftime(utc - INTERVAL 4 HOUR, '%Y%m%d %H%M%S')")]
    public void Times_without_zone_are_placed(string time)
    {
        var week = Given.Where(bar => bar.OpenTime < Domain.Timestamp.Parse("2024-11-02T00:00:00Z")).ToList();
        AssertSame(week, Read(week, 0.25m, time + " AS datetime, open, high, low, close, volume", "MES"));
    }

    [Theory]
    [InlineData("INTEGER", 1)]
    [InlineData("BIGINT", 1)]
    [InlineData("DECIMAL(9,1)", 0.1)]
    [InlineData("DECIMAL(38,5)", 0.00005)]
    [InlineData("DOUBLE", 0.00005)]
    [InlineData("FLOAT", 0.1)]
    [InlineData("FLOAT", 0.0001)]
    public void The_tick_of_an_unknown_instrument_is_found_whatever_the_type_of_price(string type, double step)
    {
        var tick = (decimal)step;
        var columns = string.Join(", ", ParquetColumns.Names[1..5].Select(name => $"{name}::{type} AS {name}"));
        using var folder = new TemporaryFolder();
        var file = Write(folder, Given, tick, $"zoned AS timestamp, {columns}, volume");
        var read = new List<Bar>();
        var report = Assert.Single(
            new Importer(new ImportOptions { Instrument = "UNHEARD" }).Check(file, month => read.AddRange(month))
        );
        // Prices that are whole points may lie on a coarser grid by chance, never on a finer one.
        var found = report.Tick;
        Assert.True(found >= tick && found % tick == 0, $"tick {found} instead of {tick}");
        AssertSame(Given, read, (long)(found / tick));
    }

    [Fact]
    public void A_first_row_without_time_spoils_only_itself()
    {
        var columns =
            "CASE WHEN utc = (SELECT min(utc) FROM bars) THEN NULL ELSE epoch_ms(utc) END AS ts, open, high, low, close, volume";
        AssertSame([.. Given.Skip(1)], Read(Given, 0.25m, columns, "MES", quarantined: 1));
    }

    [Fact]
    public void A_number_that_is_a_date_is_no_instant()
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, Given, 0.25m, "strftime(utc, '%Y%m%d')::BIGINT AS date, open, high, low, close, volume");
        Assert.Throws<DataException>(() => new Importer(new ImportOptions { Instrument = "MES" }).Check(file));
    }

    private static List<Bar> Read(List<Bar> bars, decimal tick, string columns, string instrument, int quarantined = 0)
    {
        using var folder = new TemporaryFolder();
        var file = Write(folder, bars, tick, columns);
        var read = new List<Bar>();
        var report = Assert.Single(
            new Importer(new ImportOptions { Instrument = instrument }).Check(file, month => read.AddRange(month))
        );
        Assert.Equal(quarantined, report.Quarantined);
        return read;
    }

    private static string Write(TemporaryFolder folder, List<Bar> bars, decimal tick, string columns)
    {
        using var database = new Database();
        var own = folder.File("own.parquet");
        var file = folder.File("foreign.parquet");
        PartitionFile.Write(database, own, Bars.Series(bars), PriceGrid.Of(tick), wide: true);
        database.Execute(
            $"CREATE TABLE bars AS SELECT make_timestamp(epoch_us(timestamp)) AS utc, timestamp AS zoned, * EXCLUDE (timestamp) FROM read_parquet({Database.Literal(own)})"
        );
        database.Execute($"COPY (SELECT {columns} FROM bars ORDER BY utc) TO {Database.Literal(file)} (FORMAT parquet)");
        return file;
    }

    private static void AssertSame(List<Bar> expected, List<Bar> read, long coarser = 1)
    {
        Assert.Equal(expected.Count, read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var bar = read[i];
            var finer = new Bar(
                bar.OpenTime,
                new(bar.Open.InTicks * coarser),
                new(bar.High.InTicks * coarser),
                new(bar.Low.InTicks * coarser),
                new(bar.Close.InTicks * coarser),
                bar.Volume
            );
            Assert.Equal(expected[i], finer);
        }
    }
}

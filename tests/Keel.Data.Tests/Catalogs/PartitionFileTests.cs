using FsCheck.Fluent;
using Keel.Data.Catalogs;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Catalogs;

public sealed class PartitionFileTests
{
    private static readonly decimal[] Ticks =
    [
        0.25m,
        0.01m,
        0.1m,
        1m,
        5m,
        0.03125m,
        0.015625m,
        0.00005m,
        0.000000001m,
        0.0000003m,
        7m,
        1000m,
    ];

    [Fact]
    public void Any_bars_come_back_from_a_file_as_they_were()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(1);
        var file = folder.File("month.parquet");
        var ranges = new[] { 1, 1_000, 40_000_000, int.MaxValue };
        Property.Holds(
            Gen.Elements(Ticks).Zip(Gen.Elements(ranges)).Zip(Gen.Choose(1, 5_000)),
            25,
            one =>
            {
                var ((tick, range), count) = one;
                var grid = PriceGrid.Of(tick);
                var bars = Wild(count, range);
                var wide = new ParquetColumns(grid).NeedsWide(bars);
                PartitionFile.Write(database, file, bars, grid, wide);
                foreach (var asWide in (bool[])[wide, true])
                {
                    using var reader = new ParquetBarReader([file], grid, asWide, Timestamp.MinValue, Timestamp.MaxValue);
                    Assert.Equal(PartitionFile.ContentHash(bars), PartitionFile.ContentHash(BarSeries.From(reader)));
                }
            }
        );
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.03125)]
    [InlineData(3)]
    public void A_price_that_was_moved_off_the_grid_is_never_taken_for_another(double step)
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(1);
        var grid = PriceGrid.Of((decimal)step);
        var (own, bent) = (folder.File("own.parquet"), folder.File("bent.parquet"));
        PartitionFile.Write(database, own, Wild(3_000, 5_000), grid, wide: false);
        var unit = 1m / grid.Scale;
        foreach (var place in (int[])[0, 7, 8, 1_500, 2_999])
        {
            database.Execute(
                $"COPY (SELECT timestamp, (CASE WHEN row_number() OVER () = {place + 1} THEN open + {unit} ELSE open END)::DECIMAL(9,{grid.Decimals}) AS open, high, low, close, volume FROM read_parquet({Database.Literal(own)})) TO {Database.Literal(bent)} (FORMAT parquet)"
            );
            var read = Assert.Throws<DataException>(() =>
                Bars.ReadAll(new ParquetBarReader([bent], grid, wide: false, Timestamp.MinValue, Timestamp.MaxValue))
            );
            Assert.Contains("grid", read.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reading_makes_no_garbage_for_a_bar()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(1);
        var file = folder.File("month.parquet");
        var grid = PriceGrid.Of(0.25m);
        PartitionFile.Write(
            database,
            file,
            Bars.Series(Bars.Always(Timestamp.FromUnixSeconds(0), 200_000, 1)),
            grid,
            wide: false
        );
        Assert.Equal(200_000, Stream(file, grid).Bars);
        var (bars, bytes) = Stream(file, grid);
        Assert.True(bytes < 64_000, $"{bytes} bytes for {bars} bars");
    }

    private static (long Bars, long Bytes) Stream(string file, PriceGrid grid)
    {
        using var reader = new ParquetBarReader([file], grid, wide: false, Timestamp.MinValue, Timestamp.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0L;
        while (reader.Read(out var batch))
        {
            count += batch.Length;
        }

        return (count, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static BarSeries Wild(int count, int range)
    {
        var dice = new Random(count ^ range);
        var series = new BarSeries();
        var time = 0L;
        for (var i = 0; i < count; i++)
        {
            int[] prices =
            [
                dice.Next(-range, range),
                dice.Next(-range, range),
                dice.Next(-range, range),
                dice.Next(-range, range),
            ];
            Array.Sort(prices);
            var (open, close) = dice.Next(2) == 0 ? (prices[1], prices[2]) : (prices[2], prices[1]);
            var volume = dice.Next(10) == 0 ? Bar.MaxVolume - dice.Next(3) : dice.Next();
            series.Add(
                new Bar(
                    Timestamp.FromUnixSeconds(time),
                    new(open),
                    new(prices[3]),
                    new(prices[0]),
                    new(close),
                    new Quantity(volume)
                )
            );
            time += dice.Next(1, 500_000);
        }

        return series;
    }
}

using FsCheck.Fluent;
using Keel.Data.Catalogs;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Catalogs;

public sealed class CatalogTests
{
    private static readonly Timestamp Start = Timestamp.Parse("2024-01-31T20:00:00Z");

    // Eight hours around a month's border, and some on the border of the next.
    private static readonly List<Bar> All =
    [
        .. Bars.Always(Start, 480, 60),
        .. Bars.Always(Timestamp.Parse("2024-02-29T23:00:00Z"), 120, 60, seed: 2, start: 20_010),
    ];

    [Fact]
    public void Overlapping_imports_in_any_order_give_one_identity()
    {
        using var whole = new TemporaryFolder();
        var (report, expected) = Filled.Import(whole, All);
        Assert.Equal((All.Count, 3), (report.Imported, expected.Partitions.Count));
        Assert.Equal(All, Filled.Read(whole, expected));
        List<Bar>[] parts = [All[..200], All[150..300], All[250..], All[100..120]];
        Property.Holds(
            Gen.Shuffle(parts),
            3,
            order =>
            {
                using var folder = new TemporaryFolder();
                var (rows, imported, duplicates) = (0L, 0L, 0L);
                foreach (var part in order)
                {
                    var (one, _) = Filled.Import(folder, part);
                    (rows, imported, duplicates) = (rows + one.Rows, imported + one.Imported, duplicates + one.AlreadyThere);
                    Assert.Equal(0, one.Quarantined);
                }

                var dataset = Catalog.Open(folder.File("catalog")).Find("MES", "bars-1m")!;
                Assert.Equal((expected.Identity, (long)All.Count), (dataset.Identity, imported));
                Assert.Equal(rows, imported + duplicates);
                Assert.Equal(All, Filled.Read(folder, dataset));
                Assert.Equal(3, ParquetFiles(folder).Count);
            }
        );
    }

    [Fact]
    public void A_bar_that_contradicts_the_catalog_is_set_aside_or_replaces_it()
    {
        using var folder = new TemporaryFolder();
        var (_, before) = Filled.Import(folder, All);
        var other = All.ConvertAll(bar =>
            bar.OpenTime == All[300].OpenTime
                ? new Bar(bar.OpenTime, bar.Open, bar.High, bar.Low, bar.Close, new Quantity(77_777))
                : bar
        );
        var (refused, same) = Filled.Import(folder, other);
        Assert.Equal((1, 0, before.Identity), (refused.Quarantined, refused.Imported, same.Identity));
        Assert.Contains("conflicts-with-catalog", File.ReadAllText(refused.QuarantineFile!), StringComparison.Ordinal);

        var (taken, after) = Filled.Import(folder, other, replace: true);
        Assert.Equal((0, 1), (taken.Quarantined, taken.Imported));
        Assert.NotEqual(before.Identity, after.Identity);
        Assert.Equal(other, Filled.Read(folder, after));
        Assert.Equal(before.Identity, Filled.Import(folder, All, replace: true).Dataset.Identity);
    }

    [Theory]
    [InlineData("2024-01-31T23:59:00Z", "2024-02-01T00:00:00Z", 1)]
    [InlineData("2024-02-01T00:00:00Z", "2024-02-01T00:01:00Z", 1)]
    [InlineData("2024-01-31T23:59:00.000000001Z", "2024-02-01T00:00:00.000000001Z", 1)]
    [InlineData("2024-01-31T23:59:59.999999999Z", "2024-02-01T00:00:00Z", 0)]
    [InlineData("2024-02-01T00:00:00Z", "2024-02-01T00:00:00Z", 0)]
    [InlineData("1677-09-22T00:00:00Z", "2024-01-31T20:01:00Z", 1)]
    [InlineData("1969-12-31T23:59:59.5Z", "2024-01-31T20:01:00Z", 1)]
    [InlineData("2024-03-01T00:59:00Z", "2262-04-11T00:00:00Z", 1)]
    [InlineData("2024-02-10T00:00:00Z", "2024-02-20T00:00:00Z", 0)]
    public void A_period_is_read_from_its_first_instant_up_to_not_including_its_last(string from, string to, int count)
    {
        using var folder = new TemporaryFolder();
        var (_, dataset) = Filled.Import(folder, All);
        var (start, end) = (Timestamp.Parse(from), Timestamp.Parse(to));
        var read = Filled.Read(folder, dataset, start, end);
        Assert.Equal(All.Where(bar => bar.OpenTime >= start && bar.OpenTime < end), read);
        Assert.Equal(count, read.Count);
    }

    [Fact]
    public void Months_of_which_some_have_prices_of_many_digits_are_read_together()
    {
        List<Bar> bars =
        [
            .. Bars.Always(Start, 100, 60, start: 100),
            .. Bars.Always(Timestamp.Parse("2024-02-10T00:00:00Z"), 100, 60, start: 2_000_000_000),
            .. Bars.Always(Timestamp.Parse("2024-03-10T00:00:00Z"), 100, 60, start: -100),
        ];
        using var folder = new TemporaryFolder();
        var (report, dataset) = Filled.Import(folder, bars, instrument: "XXX");
        Assert.Equal([false, true, false], dataset.Partitions.Select(partition => partition.Wide));
        Assert.Equal(bars, Filled.Read(folder, dataset));
        Assert.Equal(bars[50..150], Filled.Read(folder, dataset, bars[50].OpenTime, bars[150].OpenTime));
        Assert.Equal(bars.Count, report.Imported);
    }

    [Fact]
    public void What_is_removed_is_gone_and_what_is_the_users_stays()
    {
        using var folder = new TemporaryFolder();
        Filled.Import(folder, All);
        Filled.Import(folder, All, instrument: "MNQ");
        string[] mine =
        [
            folder.File("catalog", "mine.parquet"),
            folder.File("catalog", "MES", "bars-1m", "mine.parquet"),
            folder.File("catalog", "MES", "bars-1m", "2024", "02", "2024-02.parquet"),
            folder.File("catalog", "MES", "notes.txt"),
            folder.File("catalog", "notes", "bars-1m", "2024", "02", "x.parquet"),
        ];
        foreach (var file in mine)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "mine");
        }

        var catalog = Catalog.Open(folder.File("catalog"));
        Assert.True(catalog.Remove("MES", "bars-1m"));
        Assert.False(catalog.Remove("MES", "bars-1m"));
        Assert.Null(catalog.Find("MES", "bars-1m"));
        Assert.True(catalog.Remove("MNQ", "bars-1m"));
        Assert.False(Directory.Exists(folder.File("catalog", "MNQ")));
        Assert.Equal(mine.Order(), ParquetFiles(folder).Append(folder.File("catalog", "MES", "notes.txt")).Order());

        var (report, _) = Filled.Import(folder, All);
        Assert.Equal(All.Count, report.Imported);
        Assert.All(mine, file => Assert.Equal("mine", File.ReadAllText(file)));
    }

    [Fact]
    public void A_dataset_whose_files_are_lost_can_be_removed()
    {
        using var folder = new TemporaryFolder();
        Filled.Import(folder, All);
        Directory.Delete(folder.File("catalog", "MES"), recursive: true);
        Assert.True(Catalog.Open(folder.File("catalog")).Remove("MES", "bars-1m"));
        Assert.Empty(Catalog.Open(folder.File("catalog")).Datasets);
    }

    [Theory]
    [InlineData("{\"version\": 99, \"datasets\": []}", "version 99")]
    [InlineData("{\"version\": 2, \"datasets\": [{\"symbol\": \"MES\"}]}", "version 2")]
    [InlineData("{\"version\": 1, \"datasets\": [", "manifest.json")]
    [InlineData("null", "manifest.json")]
    public void A_manifest_that_is_broken_or_of_another_version_is_refused(string text, string told)
    {
        using var folder = new TemporaryFolder();
        Filled.Import(folder, All);
        var manifest = folder.File("catalog", "manifest.json");
        File.WriteAllText(manifest, text);
        var refused = Assert.Throws<DataException>(() => Filled.Import(folder, All));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(manifest));
        Assert.Equal(3, ParquetFiles(folder).Count);
    }

    [Fact]
    public void Only_one_writer_at_a_time_holds_the_catalog()
    {
        using var folder = new TemporaryFolder();
        using (Catalog.Open(folder.File("catalog")).BeginWrite("first"))
        {
            Assert.Throws<DataException>(() => Filled.Import(folder, All));
        }

        Assert.Equal(All.Count, Filled.Import(folder, All).Report.Imported);
    }

    private static List<string> ParquetFiles(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.File("catalog"), "*.parquet", SearchOption.AllDirectories)];
}

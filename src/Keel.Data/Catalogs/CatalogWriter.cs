using System.Text.RegularExpressions;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Catalogs;

/// <summary>
/// Holds a catalog's lock while a dataset changes. Months are written to a staging folder whole; only the commit makes them count, by one
/// rename of the manifest. A writer that is killed leaves the catalog as it was, and the months it had staged are used by the next one.
/// </summary>
public sealed partial class CatalogWriter : IDisposable
{
    internal const string LockName = ".lock";

    private readonly Catalog catalog;
    private readonly FileStream held;
    private readonly CommitNote note;
    private readonly string staging;
    private readonly Lazy<Database> database = new(() => new Database(1, 512));

    internal CatalogWriter(Catalog catalog, string stagingKey)
    {
        this.catalog = catalog;
        held = Hold(catalog.Folder);
        note = new CommitNote(catalog.Folder);
        try
        {
            RefuseLostManifest(catalog.Folder);
            catalog.Reload();
            staging = Path.Combine(catalog.Folder, ".staging", stagingKey);
            Try(() =>
            {
                Sweep(stagingKey);
                Directory.CreateDirectory(staging);
            });
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Months found whole in the staging folder, left by a writer that was killed.</summary>
    public int ReusedMonths { get; private set; }

    /// <summary>The catalog's present state of a dataset; null when it is new.</summary>
    public Dataset? Current(string instrument, string schema) => catalog.Find(instrument, schema);

    /// <summary>Reads the stored bars of a month.</summary>
    public BarSeries Load(Partition partition, PriceGrid grid)
    {
        using var reader = new ParquetBarReader(
            [Path.Combine(catalog.Folder, partition.File)],
            grid,
            partition.Wide,
            Domain.Timestamp.MinValue,
            Domain.Timestamp.MaxValue
        );
        return BarSeries.From(reader);
    }

    /// <summary>Writes a month to the staging folder; it does not count before the commit.</summary>
    public Partition Stage(string instrument, string schema, int year, int month, Series<Bar> bars, PriceGrid grid)
    {
        var content = PartitionFile.ContentHash(bars);
        var name = $"{year:0000}-{month:00}-{content[..16]}.parquet";
        var staged = Path.Combine(staging, name);
        var wide = new ParquetColumns(grid).NeedsWide(bars);
        if (File.Exists(staged))
        {
            ReusedMonths++;
        }
        else
        {
            var part = staged + ".part";
            PartitionFile.Write(database.Value, part, bars, grid, wide);
            Try(() =>
            {
                Flush(part);
                File.Move(part, staged, overwrite: true);
            });
        }

        return new Partition
        {
            Year = year,
            Month = month,
            File = string.Join('/', instrument, schema, year.ToString("0000"), month.ToString("00"), name),
            Rows = bars.Count,
            FirstNanoseconds = bars[0].OpenTime.UnixNanoseconds,
            LastNanoseconds = bars[^1].OpenTime.UnixNanoseconds,
            Bytes = new FileInfo(staged).Length,
            Content = content,
            Wide = wide,
        };
    }

    /// <summary>Makes a dataset's new state count: moves the staged months into place, swaps the manifest, deletes what it replaced.</summary>
    public void Commit(Dataset dataset)
    {
        var before = Current(dataset.Instrument, dataset.Schema);
        var touched = dataset.Partitions.Concat(before?.Partitions ?? []).Select(partition => partition.File);
        try
        {
            Try(() =>
            {
                note.Write(touched);
                MoveIntoPlace(dataset);
                catalog.Commit(dataset.Instrument, dataset.Schema, dataset);
            });
        }
        finally
        {
            // Done, what was replaced goes; refused, what was moved does: in both cases what the manifest does not name.
            Try(ClearUp);
        }
    }

    private void MoveIntoPlace(Dataset dataset)
    {
        foreach (var partition in dataset.Partitions)
        {
            var staged = Path.Combine(staging, Path.GetFileName(partition.File));
            if (File.Exists(staged))
            {
                var target = Path.Combine(catalog.Folder, partition.File);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(staged, target, overwrite: true);
            }
        }
    }

    private void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception refused) when (DataException.IsRefusal(refused))
        {
            throw DataException.Refused($"cannot write to the catalog {catalog.Folder}", refused);
        }
    }

    /// <summary>Removes a dataset; false when it is not there.</summary>
    public bool Remove(string instrument, string schema)
    {
        if (Current(instrument, schema) is not { } dataset)
        {
            return false;
        }

        note.Write(dataset.Partitions.Select(partition => partition.File));
        catalog.Commit(instrument, schema, null);
        ClearUp();
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (database.IsValueCreated)
        {
            database.Value.Dispose();
        }

        if (Directory.Exists(staging) && !Directory.EnumerateFileSystemEntries(staging).Any())
        {
            Directory.Delete(staging);
        }

        held.Dispose();
    }

    private static FileStream Hold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var another = refused.Message.Contains("being used by another process", StringComparison.Ordinal);
            throw new DataException(
                $"cannot write to the catalog {folder}",
                another ? "another import is writing to it" : refused.Message,
                another
                    ? "wait for it to end, then run the same command again"
                    : "make the folder writable, or name another with --catalog",
                refused
            );
        }
    }

    /// <summary>Clears what killed writers left: half-written files, other writers' staging, and what a commit that was cut off had moved or meant to delete.</summary>
    private void Sweep(string stagingKey)
    {
        var all = Path.Combine(catalog.Folder, ".staging");
        if (Directory.Exists(all))
        {
            foreach (var folder in Directory.EnumerateDirectories(all).Where(folder => Path.GetFileName(folder) != stagingKey))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach (var part in Directory.EnumerateFiles(all, "*.part", SearchOption.AllDirectories))
            {
                File.Delete(part);
            }
        }

        ClearUp();
    }

    /// <summary>Deletes what a commit had moved or meant to delete, as far as the manifest does not name it.</summary>
    private void ClearUp()
    {
        var named = catalog.Datasets.SelectMany(dataset => dataset.Partitions).Select(partition => partition.File).ToHashSet();
        foreach (var file in note.Files().Where(file => OwnFile.IsMatch(file) && !named.Contains(file)))
        {
            Delete(file);
        }

        note.Clear();
    }

    /// <summary>Data files without a manifest are a catalog that lost it, not an empty one: writing would bury them.</summary>
    private static void RefuseLostManifest(string folder)
    {
        if (File.Exists(Path.Combine(folder, Catalog.ManifestName)))
        {
            return;
        }

        var data = Directory
            .EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories)
            .Count(file => OwnFile.IsMatch(Path.GetRelativePath(folder, file).Replace('\\', '/')));
        if (data > 0 && !File.Exists(Path.Combine(folder, CommitNote.Name)))
        {
            throw new DataException(
                $"refused to write to the catalog {folder}",
                $"it holds {data} data files, but manifest.json is missing",
                "put manifest.json back, or import into another --catalog"
            );
        }
    }

    /// <summary>Deletes one of our own files, and the folders that are empty without it; whatever else lies there is the user's.</summary>
    private void Delete(string file)
    {
        var path = Path.Combine(catalog.Folder, file);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        for (
            var folder = Path.GetDirectoryName(file);
            !string.IsNullOrEmpty(folder)
                && Path.Combine(catalog.Folder, folder) is var full
                && Directory.Exists(full)
                && !Directory.EnumerateFileSystemEntries(full).Any();
            folder = Path.GetDirectoryName(folder)
        )
        {
            Directory.Delete(Path.Combine(catalog.Folder, folder));
        }
    }

    // Only files with a name that a writer gives are ever deleted: the folder may hold the user's own Parquet files too.
    [GeneratedRegex(@"^[^/.][^/]*/bars-[^/]+/\d{4}/\d{2}/\d{4}-\d{2}-[0-9a-f]{16}\.parquet$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnFile { get; }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}

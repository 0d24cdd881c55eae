using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;

namespace Keel.Data.Catalogs;

/// <summary>A folder of market data: Parquet files by instrument, schema, year and month, and a manifest that says which of them count.</summary>
public sealed class Catalog
{
    internal const string ManifestName = "manifest.json";
    private Manifest manifest;

    private Catalog(string folder, Manifest manifest)
    {
        Folder = folder;
        this.manifest = manifest;
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>What it holds, by instrument and schema.</summary>
    public IReadOnlyList<Dataset> Datasets => manifest.Datasets;

    /// <summary>Opens a folder; one that does not exist yet is an empty catalog.</summary>
    public static Catalog Open(string folder)
    {
        if (File.Exists(folder))
        {
            throw new DataException(
                $"cannot open the catalog {folder}",
                "it is a file, not a folder",
                "name a folder with --catalog"
            );
        }

        return new Catalog(folder, Manifest.Load(Path.Combine(folder, ManifestName)));
    }

    /// <summary>Whether a folder is a catalog, or was one whose manifest is lost.</summary>
    public static bool IsAt(string folder) =>
        File.Exists(Path.Combine(folder, CatalogWriter.LockName)) || File.Exists(Path.Combine(folder, ManifestName));

    /// <summary>The dataset of an instrument and schema; null when there is none.</summary>
    public Dataset? Find(string instrument, string schema) =>
        Datasets.FirstOrDefault(dataset => dataset.Instrument == instrument && dataset.Schema == schema);

    /// <summary>All bars of a dataset from an instant up to, not including, another.</summary>
    public BarReader Read(Dataset dataset, Timestamp? from = null, Timestamp? to = null)
    {
        var (start, end) = (from ?? Timestamp.MinValue, to ?? Timestamp.MaxValue);
        var wanted = dataset.Partitions.Where(partition => partition.Last >= start && partition.First < end).ToList();
        if (wanted.Count == 0)
        {
            return BarReader.Over(new BarSeries());
        }

        var files = wanted.ConvertAll(partition => Path.Combine(Folder, partition.File));
        if (wanted[0].First >= start)
        {
            start = Timestamp.MinValue;
        }

        if (wanted[^1].Last < end)
        {
            end = Timestamp.MaxValue;
        }

        return new ParquetBarReader(files, PriceGrid.Of(dataset.Tick), wanted.Exists(partition => partition.Wide), start, end);
    }

    /// <summary>Takes the catalog for writing; only one program at a time can.</summary>
    public CatalogWriter BeginWrite(string stagingKey) => new(this, stagingKey);

    /// <summary>Removes a dataset, files and all; false when it is not there.</summary>
    public bool Remove(string instrument, string schema)
    {
        using var writer = BeginWrite("remove");
        return writer.Remove(instrument, schema);
    }

    internal void Reload() => manifest = Manifest.Load(Path.Combine(Folder, ManifestName));

    /// <summary>Swaps in the new state of one dataset; null removes it.</summary>
    internal void Commit(string instrument, string schema, Dataset? dataset)
    {
        var others = manifest.Datasets.Where(other => other.Instrument != instrument || other.Schema != schema);
        var all = dataset is null ? others : others.Append(dataset);
        var next = new Manifest
        {
            Datasets = all.OrderBy(d => d.Instrument, StringComparer.Ordinal)
                .ThenBy(d => d.Schema, StringComparer.Ordinal)
                .ToList(),
        };
        next.Save(Path.Combine(Folder, ManifestName));
        manifest = next;
    }
}

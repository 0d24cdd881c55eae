using Keel.Data.Catalogs;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;

namespace Keel.Data.Export;

/// <summary>Writes bars to a file of the user's: CSV or Parquet, as the name ends. The file appears when it is whole.</summary>
public static class BarExport
{
    private const int PartRows = 1 << 20;

    /// <summary>Writes all bars of a reader; how many there were. Volumes are written in units, a lot being so many of them.</summary>
    public static long Write(
        BarReader bars,
        PriceGrid grid,
        string path,
        Action<long>? progress = null,
        decimal lot = 1,
        CancellationToken stop = default
    )
    {
        var part = path + ".part";
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            var count = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => WriteCsv(bars, grid, lot, part, progress, stop),
                ".parquet" => WriteParquet(bars, grid, lot, part, progress, stop),
                var other => throw new DataException(
                    $"cannot write {path}",
                    $"'{other}' is no format that Keel writes",
                    "end the name with .csv or .parquet"
                ),
            };
            File.Move(part, path, overwrite: true);
            return count;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                $"cannot write {path}",
                refused.Message,
                "free space on the disk, or name another place",
                refused
            );
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static long WriteCsv(
        BarReader bars,
        PriceGrid grid,
        decimal lot,
        string path,
        Action<long>? progress,
        CancellationToken stop
    )
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        using var text = new CsvBarText(file, grid, lot);
        var count = 0L;
        while (bars.Read(out var batch))
        {
            stop.ThrowIfCancellationRequested();
            text.Write(batch);
            count += batch.Length;
            progress?.Invoke(count);
        }

        return count;
    }

    /// <summary>Parts of a million rows are written first and then joined by the engine as a stream, so that memory stays flat.</summary>
    private static long WriteParquet(
        BarReader bars,
        PriceGrid grid,
        decimal lot,
        string path,
        Action<long>? progress,
        CancellationToken stop
    )
    {
        var columns = new ParquetColumns(grid);
        var parts = new List<string>();
        var wide = false;
        var count = 0L;
        using var database = new Database(2, 512);
        try
        {
            var more = true;
            while (more)
            {
                stop.ThrowIfCancellationRequested();
                var series = new BarSeries();
                while (series.Count < PartRows && (more = bars.ReadInto(series))) { }
                if (series.Count == 0 && parts.Count > 0)
                {
                    break;
                }

                var partWide = columns.NeedsWide(series);
                wide |= partWide;
                parts.Add($"{path}{parts.Count}");
                PartitionFile.Write(database, parts[^1], series, grid, partWide);
                count += series.Count;
                progress?.Invoke(count);
            }

            PartitionFile.Join(database, parts, columns, wide, lot, path);
            return count;
        }
        finally
        {
            parts.ForEach(File.Delete);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Catalogs;

/// <summary>Writes one month of bars as a Parquet file, and says what the bars' content is, independent of how the file encodes it.</summary>
internal static class PartitionFile
{
    private const int RowGroupSize = 122_880;

    /// <summary>A hash of the bars themselves: the same bars give the same hash, whatever wrote the file.</summary>
    public static string ContentHash(Series<Bar> bars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var block = 0; block < bars.BlockCount; block++)
        {
            hash.AppendData(bars.BytesOf(block));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the bars to a file; throws a <see cref="DataException"/> when the disk refuses.</summary>
    public static void Write(Database database, string path, Series<Bar> bars, PriceGrid grid, bool wide)
    {
        var columns = new ParquetColumns(grid);
        var types = columns.Types(wide);
        var definition = string.Join(", ", ParquetColumns.Names.Select((name, i) => $"{name} {types[i]}"));
        database.Execute($"CREATE OR REPLACE TEMP TABLE staged ({definition})");
        using (var appender = new Appender(database, "staged", types))
        {
            for (var block = 0; block < bars.BlockCount; block++)
            {
                var values = bars.Block(block);
                for (var at = 0; at < values.Length; at += appender.Capacity)
                {
                    var count = Math.Min(appender.Capacity, values.Length - at);
                    columns.Write(values.Slice(at, count), appender, wide);
                    appender.Commit(count);
                }
            }

            appender.Close();
        }

        try
        {
            Copy(database, "staged", path);
        }
        finally
        {
            database.Execute("DROP TABLE staged");
        }
    }

    /// <summary>Joins files of bars to one, as a stream; throws a <see cref="DataException"/> when the disk refuses.</summary>
    public static void Join(
        Database database,
        IReadOnlyList<string> parts,
        ParquetColumns columns,
        bool wide,
        decimal lot,
        string path
    ) => Copy(database, lot == 1 ? $"({columns.Select(parts, wide)})" : InUnits(columns.Select(parts, wide), lot), path);

    /// <summary>Volumes in units instead of lots.</summary>
    private static string InUnits(string selection, decimal lot)
    {
        var text = lot.ToString("0.#########", CultureInfo.InvariantCulture);
        var decimals = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
        return $"(SELECT * REPLACE ((volume * {text})::DECIMAL(18, {decimals}) AS volume) FROM ({selection}))";
    }

    private static void Copy(Database database, string what, string path)
    {
        try
        {
            database.Execute(
                $"COPY {what} TO {Database.Literal(path)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE {RowGroupSize})"
            );
        }
        catch (QueryException broken)
        {
            throw new DataException(
                $"cannot write {path}",
                broken.Message,
                "free space on the disk or make the folder writable, then run the same command again: the catalog is unchanged",
                broken
            );
        }
    }
}

using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Catalogs;

/// <summary>Streams the bars of Keel's own Parquet files, decoded on as many threads as the engine has, in order.</summary>
internal sealed class ParquetBarReader : BarReader
{
    private readonly Database database;
    private readonly Query query;
    private readonly ParquetColumns columns;
    private readonly bool wide;
    private readonly string source;
    private readonly Bar[] batch;

    public ParquetBarReader(IReadOnlyList<string> files, PriceGrid grid, bool wide, Timestamp from, Timestamp to)
    {
        this.wide = wide;
        source = files[0];
        columns = new ParquetColumns(grid);
        database = new Database(Math.Max(2, Environment.ProcessorCount), 512);
        batch = GC.AllocateUninitializedArray<Bar>(2048);
        try
        {
            query = database.Stream(Sql(columns.Select(files, wide), from, to));
        }
        catch (QueryException broken)
        {
            database.Dispose();
            throw Unreadable(broken);
        }
    }

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        bars = default;
        if (!Next())
        {
            return false;
        }

        columns.Read(query, 0, batch.AsSpan(0, query.RowCount), wide);
        bars = batch.AsSpan(0, query.RowCount);
        return true;
    }

    /// <inheritdoc />
    public override bool ReadInto(Series<Bar> series)
    {
        if (!Next())
        {
            return false;
        }

        for (var at = 0; at < query.RowCount; )
        {
            var room = series.Reserve();
            var count = Math.Min(room.Length, query.RowCount - at);
            columns.Read(query, at, room[..count], wide);
            series.Commit(count);
            at += count;
        }

        return true;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        query.Dispose();
        database.Dispose();
        base.Dispose(disposing);
    }

    private static string Sql(string sql, Timestamp from, Timestamp to)
    {
        if (from == Timestamp.MinValue && to == Timestamp.MaxValue)
        {
            return sql;
        }

        return $"{sql} WHERE timestamp >= {Instant(from)} AND timestamp < {Instant(to)}";
    }

    /// <summary>The first whole second not before an instant: bars open on whole seconds, so "before" stays before.</summary>
    private static string Instant(Timestamp time)
    {
        var (seconds, rest) = Math.DivRem(time.UnixNanoseconds, Timestamp.NanosecondsPerSecond);
        var whole = DateTimeOffset.FromUnixTimeSeconds(seconds + (rest > 0 ? 1 : 0));
        return $"TIMESTAMPTZ '{whole.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00'";
    }

    private bool Next()
    {
        try
        {
            return query.NextChunk();
        }
        catch (QueryException broken)
        {
            throw Unreadable(broken);
        }
    }

    private DataException Unreadable(QueryException broken) =>
        new($"cannot read {source}", broken.Message, "run 'data validate' to see which files of the catalog are damaged", broken);
}

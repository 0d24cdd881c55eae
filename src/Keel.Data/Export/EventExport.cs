using System.Globalization;
using Keel.Data.DuckDb;
using Keel.Data.Synthetic;
using Keel.Domain.Markets;

namespace Keel.Data.Export;

/// <summary>Writes the trades or the order book of a synthetic market to CSV or Parquet, a day at a time. The file appears when it is whole.</summary>
public static class EventExport
{
    private const string TradeHeader = "timestamp,price,size,aggressor";
    private const string BookHeader = "timestamp,side,price,size,snapshot,last";
    private const string Columns = "{'timestamp': 'TIMESTAMP_NS', ";

    /// <summary>Writes all trades; how many there were.</summary>
    public static long WriteTrades(SyntheticMarket market, string path, Action<int> progress, CancellationToken stop)
    {
        var grid = market.Instrument.Grid;
        var day = new List<Trade>();
        return Write(
            market,
            path,
            TradeHeader,
            Columns + "'price': 'DECIMAL(18,9)', 'size': 'BIGINT', 'aggressor': 'VARCHAR'}",
            (one, text) =>
            {
                day.Clear();
                one.Trades(day);
                foreach (var trade in day)
                {
                    text.Write(trade.Time.ToString(9));
                    text.Write(',');
                    text.Write(grid.Format(trade.Price));
                    text.Write(',');
                    text.Write(trade.Size.Lots.ToString(CultureInfo.InvariantCulture));
                    text.Write(trade.Aggressor == Aggressor.Buyer ? ",buyer\n" : ",seller\n");
                }

                return day.Count;
            },
            progress,
            stop
        );
    }

    /// <summary>Writes all changes of the book; how many there were.</summary>
    public static long WriteBook(SyntheticMarket market, string path, Action<int> progress, CancellationToken stop)
    {
        var grid = market.Instrument.Grid;
        var day = new List<BookChange>();
        return Write(
            market,
            path,
            BookHeader,
            Columns + "'side': 'VARCHAR', 'price': 'DECIMAL(18,9)', 'size': 'BIGINT', 'snapshot': 'BOOLEAN', 'last': 'BOOLEAN'}",
            (one, text) =>
            {
                day.Clear();
                one.Book(day);
                foreach (var change in day)
                {
                    text.Write(change.Time.ToString(9));
                    text.Write(change.IsBid ? ",bid," : ",ask,");
                    text.Write(grid.Format(change.Level.Price));
                    text.Write(',');
                    text.Write(change.Level.Size.Lots.ToString(CultureInfo.InvariantCulture));
                    text.Write(change.IsSnapshot ? ",true" : ",false");
                    text.Write(change.IsLast ? ",true\n" : ",false\n");
                }

                return day.Count;
            },
            progress,
            stop
        );
    }

    private static long Write(
        SyntheticMarket market,
        string path,
        string header,
        string types,
        Func<SyntheticDay, TextWriter, int> writeDay,
        Action<int> progress,
        CancellationToken stop
    )
    {
        var parquet = Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase);
        if (!parquet && !Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new DataException(
                $"cannot write {path}",
                "its name tells no format that Keel writes",
                "end the name with .csv or .parquet"
            );
        }

        var part = path + ".part";
        var text = path + ".text";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var count = WriteText(market, text, header, writeDay, progress, stop);
            if (parquet)
            {
                using var database = new Database();
                var decimals = market.Instrument.Grid.Decimals;
                database.Execute(
                    $"COPY (SELECT * REPLACE (price::DECIMAL(18,{decimals}) AS price) FROM read_csv({Database.Literal(text)}, header = true, columns = {types}, timestampformat = '%Y-%m-%dT%H:%M:%S.%nZ')) "
                        + $"TO {Database.Literal(part)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)"
                );
            }
            else
            {
                File.Move(text, part, overwrite: true);
            }

            File.Move(part, path, overwrite: true);
            return count;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or QueryException)
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
            File.Delete(text);
            File.Delete(part);
        }
    }

    private static long WriteText(
        SyntheticMarket market,
        string path,
        string header,
        Func<SyntheticDay, TextWriter, int> writeDay,
        Action<int> progress,
        CancellationToken stop
    )
    {
        using var writer = new StreamWriter(path);
        writer.Write(header);
        writer.Write('\n');
        var count = 0L;
        foreach (var day in market.Days())
        {
            stop.ThrowIfCancellationRequested();
            count += writeDay(day, writer);
            progress(day.Index + 1);
        }

        return count;
    }
}

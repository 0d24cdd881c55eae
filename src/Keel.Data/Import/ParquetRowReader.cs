using System.Globalization;
using System.Text;
using Keel.Data.DuckDb;
using Keel.Data.Import.Text;

namespace Keel.Data.Import;

/// <summary>Reads the rows of a foreign Parquet file in its own order.</summary>
internal sealed class ParquetRowReader : RowReader
{
    // As in text: a date such as 20240131 is no number of seconds since 1970.
    private const long SmallestEpoch = 100_000_000;

    // Two centuries either side of 1970: beyond it lies no bar, and within it times can be subtracted without care.
    private const long Farthest = 200 * 366L * 86_400 * 1_000_000_000;

    private readonly ParquetSource source;
    private readonly Database database;
    private readonly Query query;
    private readonly bool timesOnly;
    private readonly bool hasVolume;
    private long row;
    private long unit;

    public ParquetRowReader(ParquetSource source, string sql, bool timesOnly, bool hasVolume)
    {
        this.source = source;
        this.timesOnly = timesOnly;
        this.hasVolume = hasVolume;
        database = new Database();
        try
        {
            query = database.Stream(sql);
        }
        catch (QueryException broken)
        {
            database.Dispose();
            throw ParquetSource.Unreadable(source.Name, broken);
        }
    }

    /// <inheritdoc />
    public override double Progress => source.Rows == 0 ? 1 : row / (double)source.Rows;

    /// <inheritdoc />
    public override bool Next()
    {
        try
        {
            if (!query.NextChunk())
            {
                Count = 0;
                return false;
            }
        }
        catch (QueryException broken)
        {
            throw ParquetSource.Unreadable(source.Name, broken);
        }

        Count = query.RowCount;
        ReadTimes();
        if (!timesOnly)
        {
            ReadValues();
        }

        return true;
    }

    /// <inheritdoc />
    public override string Line(int index)
    {
        var line = Rows[index];
        var time = DateTime.UnixEpoch.AddTicks(line.Time / 100);
        var fields = new List<string>
        {
            time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF") + (source.Clock == SourceClock.Utc ? "Z" : ""),
        };
        var columns =
            timesOnly ? 0
            : hasVolume ? 5
            : 4;
        for (var column = 1; column <= columns; column++)
        {
            fields.Add(
                IsValid(column, index) ? query.Values<double>(column)[index].ToString("R", CultureInfo.InvariantCulture) : ""
            );
        }

        return string.Join(',', fields);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        query.Dispose();
        database.Dispose();
    }

    private void ReadTimes()
    {
        var isText = query.Columns[0].Kind == ColumnKind.Varchar;
        var texts = isText ? query.Texts(0) : null;
        var times = isText ? default : query.Values<long>(0);
        for (var i = 0; i < Count; i++)
        {
            ref var target = ref Rows[i];
            target.Row = ++row;
            target.Fault = IsValid(0, i) ? RowFault.None : RowFault.UnreadableTime;
            if (target.Fault != RowFault.None)
            {
                continue;
            }

            if (texts is not null)
            {
                ReadTime(texts[i]!, ref target);
            }
            else
            {
                ReadTime(times[i], ref target);
            }
        }
    }

    private void ReadTime(string text, ref RawBar target)
    {
        var kind = TimeText.Read(Encoding.UTF8.GetBytes(text.Trim()), source.TimeLayout, out target.Time);
        // In a column that says UTC in its name, a zone in the text is welcome and none is needed.
        target.Fault = kind switch
        {
            TimeText.Kind.Unreadable => RowFault.UnreadableTime,
            TimeText.Kind.Utc => source.Clock == SourceClock.Utc ? RowFault.None : RowFault.MixedZones,
            _ => source.Clock == SourceClock.Utc && !source.SaysUtc ? RowFault.MixedZones : RowFault.None,
        };
    }

    private void ReadTime(long time, ref RawBar target)
    {
        if (source.TimeIsInteger && time is > -SmallestEpoch and < SmallestEpoch)
        {
            target.Fault = RowFault.UnreadableTime;
            return;
        }

        unit = unit == 0 ? UnitOf(time) : unit;
        if (time / (Farthest / unit) != 0)
        {
            target.Fault = RowFault.AbsurdTime;
            return;
        }

        target.Time = time * unit;
    }

    private void ReadValues()
    {
        var open = query.Values<double>(1);
        var high = query.Values<double>(2);
        var low = query.Values<double>(3);
        var close = query.Values<double>(4);
        for (var i = 0; i < Count; i++)
        {
            ref var target = ref Rows[i];
            if (target.Fault == RowFault.None)
            {
                target.Fault = FirstOf(
                    Read(1, i, open, out target.Open),
                    Read(2, i, high, out target.High),
                    Read(3, i, low, out target.Low),
                    Read(4, i, close, out target.Close)
                );
            }

            target.Volume = 0;
            if (hasVolume && target.Fault == RowFault.None)
            {
                var fault = Read(5, i, query.Values<double>(5), out target.Volume);
                target.Fault = fault == RowFault.AbsurdPrice ? RowFault.AbsurdVolume : fault;
            }
        }
    }

    private RowFault Read(int column, int index, ReadOnlySpan<double> values, out long billionths)
    {
        billionths = 0;
        return IsValid(column, index) ? NumberText.FromDouble(values[index], out billionths) : RowFault.MissingValue;
    }

    private bool IsValid(int column, int index)
    {
        var mask = query.Validity(column);
        return mask.IsEmpty || ((mask[index >> 6] >> (index & 63)) & 1) != 0;
    }

    /// <summary>Typed time stamps come as nanoseconds; the unit of a plain integer is told by its size.</summary>
    private long UnitOf(long first)
    {
        if (!source.TimeIsInteger)
        {
            return 1;
        }

        return (ulong)Math.Abs((decimal)first) switch
        {
            < 100_000_000_000 => 1_000_000_000,
            < 100_000_000_000_000 => 1_000_000,
            < 100_000_000_000_000_000 => 1_000,
            _ => 1,
        };
    }
}

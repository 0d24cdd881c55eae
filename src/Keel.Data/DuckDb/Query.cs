using System.Runtime.InteropServices;

namespace Keel.Data.DuckDb;

/// <summary>A running query: its columns, then its rows chunk by chunk.</summary>
internal sealed unsafe class Query : IDisposable
{
    private readonly string sql;
    private nint statement;
    private nint pending;
    private Native.Result result;
    private nint chunk;
    private bool ended;

    internal Query(Database database, string sql)
    {
        this.sql = sql;
        if (Native.duckdb_prepare(database.Connection, sql, out statement) != Native.State.Success)
        {
            throw Fail(Native.Text(Native.duckdb_prepare_error(statement)));
        }

        if (Native.duckdb_pending_prepared_streaming(statement, out pending) != Native.State.Success)
        {
            throw Fail(Native.Text(Native.duckdb_pending_error(pending)));
        }

        if (Native.duckdb_execute_pending(pending, out result) != Native.State.Success)
        {
            var reason = Native.Text(Native.duckdb_pending_error(pending));
            throw Fail(reason.Length > 0 ? reason : Native.Text(Native.duckdb_result_error(ref result)));
        }

        Columns = ReadColumns();
    }

    /// <summary>Name and type of each column.</summary>
    public IReadOnlyList<QueryColumn> Columns { get; }

    /// <summary>Rows in the present chunk.</summary>
    public int RowCount { get; private set; }

    /// <summary>Goes to the next chunk; false when there is none, as often as it is asked. What was read from the last chunk is gone then.</summary>
    public bool NextChunk()
    {
        if (chunk != 0)
        {
            Native.duckdb_destroy_data_chunk(ref chunk);
        }

        if (ended)
        {
            return false;
        }

        chunk = Native.duckdb_fetch_chunk(result);
        if (chunk == 0)
        {
            ended = true;
            var error = Native.duckdb_result_error(ref result);
            return error == null ? false : throw Fail(Native.Text(error));
        }

        RowCount = (int)Native.duckdb_data_chunk_get_size(chunk);
        return RowCount > 0 || NextChunk();
    }

    /// <summary>The values of a column in the present chunk; <typeparamref name="T"/> must have the column's own size.</summary>
    public ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged =>
        new(Native.duckdb_vector_get_data(Native.duckdb_data_chunk_get_vector(chunk, (ulong)column)), RowCount);

    /// <summary>Whether each row of a column has a value, one bit a row; empty when all have.</summary>
    public ReadOnlySpan<ulong> Validity(int column)
    {
        var mask = Native.duckdb_vector_get_validity(Native.duckdb_data_chunk_get_vector(chunk, (ulong)column));
        return mask == null ? default : new ReadOnlySpan<ulong>(mask, (RowCount + 63) / 64);
    }

    /// <summary>The texts of a column in the present chunk; null where there is none.</summary>
    public string?[] Texts(int column)
    {
        var texts = new string?[RowCount];
        var words = (TextWord*)Native.duckdb_vector_get_data(Native.duckdb_data_chunk_get_vector(chunk, (ulong)column));
        var validity = Validity(column);
        for (var row = 0; row < RowCount; row++)
        {
            if (validity.IsEmpty || ((validity[row >> 6] >> (row & 63)) & 1) != 0)
            {
                texts[row] = words[row].ToText();
            }
        }

        return texts;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (chunk != 0)
        {
            Native.duckdb_destroy_data_chunk(ref chunk);
        }

        Native.duckdb_destroy_result(ref result);
        if (pending != 0)
        {
            Native.duckdb_destroy_pending(ref pending);
        }

        if (statement != 0)
        {
            Native.duckdb_destroy_prepare(ref statement);
        }
    }

    private QueryColumn[] ReadColumns()
    {
        var columns = new QueryColumn[(int)Native.duckdb_column_count(ref result)];
        for (var i = 0; i < columns.Length; i++)
        {
            var type = Native.duckdb_column_logical_type(ref result, (ulong)i);
            var kind = Native.duckdb_get_type_id(type);
            columns[i] = new QueryColumn(
                Native.Text(Native.duckdb_column_name(ref result, (ulong)i)),
                kind,
                kind == ColumnKind.Decimal ? Native.duckdb_decimal_internal_type(type) : kind,
                kind == ColumnKind.Decimal ? Native.duckdb_decimal_scale(type) : 0
            );
            Native.duckdb_destroy_logical_type(ref type);
        }

        return columns;
    }

    private QueryException Fail(string reason)
    {
        Dispose();
        return new QueryException(sql, reason);
    }

    /// <summary>DuckDB's text: a length, then up to twelve bytes inline, or four of prefix and a pointer.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct TextWord
    {
        [FieldOffset(0)]
        private readonly uint length;

        [FieldOffset(4)]
        private fixed byte inline[12];

        [FieldOffset(8)]
        private readonly nint pointer;

        public string ToText()
        {
            fixed (byte* start = inline)
            {
                return System.Text.Encoding.UTF8.GetString(length <= 12 ? start : (byte*)pointer, (int)length);
            }
        }
    }
}

namespace Keel.Data.DuckDb;

/// <summary>Fills a table chunk by chunk; the caller writes into the columns of the chunk, then commits the rows.</summary>
internal sealed unsafe class Appender : IDisposable
{
    private nint appender;
    private nint chunk;

    /// <summary>An appender to a table whose columns have these types.</summary>
    public Appender(Database database, string table, params ReadOnlySpan<ColumnType> columns)
    {
        if (Native.duckdb_appender_create(database.Connection, null, table, out appender) != Native.State.Success)
        {
            throw new InvalidOperationException(
                $"cannot append to {table}: {Native.Text(Native.duckdb_appender_error(appender))}"
            );
        }

        var types = stackalloc nint[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            types[i] = columns[i].Create();
        }

        chunk = Native.duckdb_create_data_chunk(types, (ulong)columns.Length);
        for (var i = 0; i < columns.Length; i++)
        {
            Native.duckdb_destroy_logical_type(ref types[i]);
        }

        Capacity = (int)Native.duckdb_vector_size();
    }

    /// <summary>How many rows fit in a chunk.</summary>
    public int Capacity { get; }

    /// <summary>Where the values of a column are to be written.</summary>
    public Span<T> Column<T>(int column)
        where T : unmanaged =>
        new(Native.duckdb_vector_get_data(Native.duckdb_data_chunk_get_vector(chunk, (ulong)column)), Capacity);

    /// <summary>Appends the first rows of the chunk.</summary>
    public void Commit(int rows)
    {
        Native.duckdb_data_chunk_set_size(chunk, (ulong)rows);
        if (Native.duckdb_append_data_chunk(appender, chunk) != Native.State.Success)
        {
            throw new InvalidOperationException($"cannot append: {Native.Text(Native.duckdb_appender_error(appender))}");
        }

        Native.duckdb_data_chunk_reset(chunk);
    }

    /// <summary>Makes all appended rows part of the table.</summary>
    public void Close()
    {
        if (Native.duckdb_appender_close(appender) != Native.State.Success)
        {
            throw new InvalidOperationException(
                $"cannot finish appending: {Native.Text(Native.duckdb_appender_error(appender))}"
            );
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (chunk != 0)
        {
            Native.duckdb_destroy_data_chunk(ref chunk);
        }

        if (appender != 0)
        {
            _ = Native.duckdb_appender_destroy(ref appender);
        }
    }
}

namespace Keel.Data.DuckDb;

/// <summary>A DuckDB engine in memory with one connection: reads and writes Parquet, keeps nothing of its own.</summary>
internal sealed unsafe class Database : IDisposable
{
    private nint database;
    private nint connection;

    /// <summary>Opens an engine that may use so many threads and so much memory.</summary>
    public Database(int threads = 2, int memoryLimitMegabytes = 1024)
    {
        if (Native.duckdb_create_config(out var config) != Native.State.Success)
        {
            throw Trouble("cannot configure", "out of memory");
        }

        try
        {
            Configure(config, "threads", threads.ToString());
            Configure(config, "memory_limit", $"{memoryLimitMegabytes}MB");
            Configure(config, "autoinstall_known_extensions", "false");
            Configure(config, "autoload_known_extensions", "false");
            Configure(config, "preserve_insertion_order", "true");
            Configure(config, "temp_directory", "");
            if (Native.duckdb_open_ext(null, out database, config, out var error) != Native.State.Success)
            {
                var text = Native.Text(error);
                Native.duckdb_free(error);
                throw Trouble("cannot open", text);
            }
        }
        finally
        {
            Native.duckdb_destroy_config(ref config);
        }

        if (Native.duckdb_connect(database, out connection) != Native.State.Success)
        {
            throw Trouble("cannot connect", "no reason given");
        }
    }

    internal nint Connection => connection;

    /// <summary>Runs a statement whose result nobody reads.</summary>
    public void Execute(string sql)
    {
        var state = Native.duckdb_query(connection, sql, out var result);
        try
        {
            if (state != Native.State.Success)
            {
                throw new QueryException(sql, Native.Text(Native.duckdb_result_error(ref result)));
            }
        }
        finally
        {
            Native.duckdb_destroy_result(ref result);
        }
    }

    /// <summary>Runs a query whose rows arrive in chunks while the engine is still working.</summary>
    public Query Stream(string sql) => new(this, sql);

    /// <summary>A text as a literal of the query language.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The name of a file as a literal: marks that would make it a pattern mean themselves.</summary>
    public static string FileLiteral(string path) =>
        Literal(string.Concat(path.Select(c => c is '[' or '*' or '?' ? $"[{c}]" : $"{c}")));

    /// <summary>A name as an identifier of the query language.</summary>
    public static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <inheritdoc />
    public void Dispose()
    {
        if (connection != 0)
        {
            Native.duckdb_disconnect(ref connection);
        }

        if (database != 0)
        {
            Native.duckdb_close(ref database);
        }
    }

    private static void Configure(nint config, string name, string option)
    {
        if (Native.duckdb_set_config(config, name, option) != Native.State.Success)
        {
            throw Trouble("cannot configure", $"{name} = '{option}' was refused");
        }
    }

    private static InvalidOperationException Trouble(string what, string why) => new($"DuckDB {what}: {why}");
}

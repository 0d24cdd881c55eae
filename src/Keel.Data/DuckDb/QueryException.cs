namespace Keel.Data.DuckDb;

/// <summary>DuckDB refused or broke off a statement; the message is DuckDB's own.</summary>
internal sealed class QueryException(string sql, string reason) : Exception(reason)
{
    /// <summary>The statement.</summary>
    public string Sql { get; } = sql;
}

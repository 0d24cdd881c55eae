namespace Keel.Data.DuckDb;

/// <summary>The type of a column that Keel writes; width and scale count for decimals only.</summary>
internal readonly record struct ColumnType(ColumnKind Kind, byte Width = 0, byte Scale = 0)
{
    /// <summary>The native type; the caller destroys it.</summary>
    public nint Create() =>
        Kind == ColumnKind.Decimal ? Native.duckdb_create_decimal_type(Width, Scale) : Native.duckdb_create_logical_type(Kind);

    /// <summary>The type's name in the query language.</summary>
    public override string ToString() =>
        Kind switch
        {
            ColumnKind.Decimal => $"DECIMAL({Width},{Scale})",
            ColumnKind.Timestamp => "TIMESTAMP",
            ColumnKind.TimestampWithZone => "TIMESTAMPTZ",
            ColumnKind.TimestampNanoseconds => "TIMESTAMP_NS",
            ColumnKind.Int64 => "BIGINT",
            ColumnKind.Int32 => "INTEGER",
            ColumnKind.UInt32 => "UINTEGER",
            ColumnKind.UInt8 => "UTINYINT",
            _ => Kind.ToString().ToUpperInvariant(),
        };
}

namespace Keel.Data.DuckDb;

/// <summary>A column of a result: its name, its type, the type of the stored value and the decimals where it is a decimal.</summary>
internal sealed record QueryColumn(string Name, ColumnKind Kind, ColumnKind Stored, int Scale);

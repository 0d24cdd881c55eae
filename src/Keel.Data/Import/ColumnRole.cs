namespace Keel.Data.Import;

/// <summary>What a column of a table of bars is for.</summary>
internal enum ColumnRole
{
    Ignored,
    Timestamp,
    Date,
    Clock,
    Open,
    High,
    Low,
    Close,
    Volume,
    Symbol,
}

namespace Keel.Data.Import;

/// <summary>What a table says of its own time stamps.</summary>
internal enum SourceClock
{
    /// <summary>Instants: integers, or text with a zone.</summary>
    Utc,

    /// <summary>Local times without zone: which zone has to be found out.</summary>
    Unknown,

    /// <summary>Dates alone.</summary>
    DateOnly,
}

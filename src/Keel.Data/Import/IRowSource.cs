namespace Keel.Data.Import;

/// <summary>A table of bars outside Keel, read as often as needed: once to find out what it is, once to take it in.</summary>
internal interface IRowSource
{
    /// <summary>The file, as the user named it.</summary>
    string Name { get; }

    /// <summary>The file on disk that holds the table.</summary>
    string Path { get; }

    /// <summary>What is known of the clock from the table itself.</summary>
    SourceClock Clock { get; }

    /// <summary>The decimals that the prices carry exactly; null where they are binary fractions and must be rounded.</summary>
    bool PricesAreExact { get; }

    /// <summary>The symbols named in the table, the first few; empty where it names none.</summary>
    IReadOnlyList<string> Symbols { get; }

    /// <summary>Whether it has a column of volume.</summary>
    bool HasVolume { get; }

    /// <summary>The header to put above rows taken from this table, so that they can be imported again.</summary>
    string Header { get; }

    /// <summary>What parts the columns of <see cref="Header"/> and of the rows.</summary>
    char Delimiter { get; }

    /// <summary>What the table looks like, in words.</summary>
    string Description { get; }

    /// <summary>Starts reading; with <paramref name="timesOnly"/> prices and volume are left out.</summary>
    RowReader Open(bool timesOnly);
}

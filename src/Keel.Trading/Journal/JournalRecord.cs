using Keel.Domain;

namespace Keel.Trading.Journal;

/// <summary>One record as it is read; good until the next one is.</summary>
public readonly ref struct JournalRecord
{
    /// <summary>Counted through all files of a journal, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>What the payload is; the writer's own numbering.</summary>
    public required ushort Kind { get; init; }

    /// <summary>The time that the writer gave it.</summary>
    public required Timestamp At { get; init; }

    /// <summary>Where in the file it begins.</summary>
    public required long Offset { get; init; }

    /// <summary>Its checksum, and that of all before it.</summary>
    public required JournalTag Tag { get; init; }

    /// <summary>What the writer put in.</summary>
    public required ReadOnlySpan<byte> Payload { get; init; }
}

namespace Keel.Trading.Journal;

/// <summary>Where reading a journal came to its end, and why there. All before it is as it was written.</summary>
/// <param name="Kind">How it ends.</param>
/// <param name="Offset">The first byte of the file that was not taken for a record.</param>
/// <param name="LastSequence">The number of the last good record; one less than the file's first when there is none.</param>
/// <param name="LastTag">The tag of that record; the header's when there is none.</param>
/// <param name="LostBytes">How many bytes follow.</param>
/// <param name="LostRecords">How many records in them are whole by themselves; they are not used, since what came before them is missing.</param>
/// <param name="Why">In words.</param>
public readonly record struct JournalEnd(
    JournalEndKind Kind,
    long Offset,
    long LastSequence,
    JournalTag LastTag,
    long LostBytes,
    long LostRecords,
    string Why
);

namespace Keel.Trading.Journal;

/// <summary>How a journal can end.</summary>
public enum JournalEndKind
{
    /// <summary>After a whole record.</summary>
    Whole,

    /// <summary>Inside an append that was interrupted: a crash, and nothing else, explains it.</summary>
    Torn,

    /// <summary>At bytes that were changed, or at records that are missing, repeated or out of order. A power cut that kept later sectors and lost earlier ones looks the same.</summary>
    Damaged,
}

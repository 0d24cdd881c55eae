namespace Keel.Trading.Journal.Accounts;

/// <summary>What an entry of a risk account's ledger is. The numbers are part of the format.</summary>
public enum RiskEntryKind : ushort
{
    /// <summary>The account was made, with these limits.</summary>
    Created = 1,

    /// <summary>Limits were tightened, and hold from now on.</summary>
    Tightened = 2,

    /// <summary>Looser limits were asked for while flat, and hold from the next trading day on.</summary>
    Loosened = 3,

    /// <summary>A trading day began.</summary>
    Day = 10,

    /// <summary>A trade was booked.</summary>
    Trade = 11,

    /// <summary>Entries pause.</summary>
    Pause = 12,

    /// <summary>Trading was stopped.</summary>
    Latch = 13,

    /// <summary>Trading goes on after a stop.</summary>
    Resume = 14,

    /// <summary>An entry left.</summary>
    Entry = 15,

    /// <summary>Equity has risen so far that limits which follow its highest value move with it.</summary>
    High = 16,
}

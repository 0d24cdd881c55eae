namespace Keel.Trading.Journal;

/// <summary>What the witness says of a ledger that was opened.</summary>
public enum LedgerStanding
{
    /// <summary>There was neither ledger nor witness: a new account, as far as this machine can know.</summary>
    New,

    /// <summary>They agree.</summary>
    Agrees,

    /// <summary>The ledger is newer and holds the entry that the witness saw: a crash fell between the two, or the witness was restored. The ledger counts.</summary>
    LedgerNewer,

    /// <summary>The witness is newer: entries are missing from the ledger, as after a restored backup. What they spent is not known, so nothing is left.</summary>
    WitnessNewer,

    /// <summary>The ledger is gone, and the witness saw one. Nothing is left.</summary>
    LedgerMissing,

    /// <summary>The ledger holds another entry where the witness saw one: two histories of one account.</summary>
    Parted,

    /// <summary>The witness is gone, and the ledger holds entries: whether it is the newest cannot be told.</summary>
    WitnessMissing,

    /// <summary>The witness is damaged: whether the ledger is the newest cannot be told.</summary>
    WitnessDamaged,

    /// <summary>The witness is that of another account.</summary>
    WitnessOfAnother,
}

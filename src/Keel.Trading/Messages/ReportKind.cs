namespace Keel.Trading.Messages;

/// <summary>What a venue can say of an order.</summary>
public enum ReportKind : byte
{
    /// <summary>It is live.</summary>
    Accepted,

    /// <summary>Lots of it traded.</summary>
    Filled,

    /// <summary>It has other lots or prices now.</summary>
    Changed,

    /// <summary>It stays as it was.</summary>
    ChangeRefused,

    /// <summary>It has ended.</summary>
    Cancelled,

    /// <summary>It could not be ended.</summary>
    CancelRefused,

    /// <summary>It was refused.</summary>
    Rejected,
}

namespace Keel.Trading.Ledger;

/// <summary>Why a trade ended. The first four values are those of the reference jobs' checksum.</summary>
public enum ExitReason
{
    /// <summary>It has not ended.</summary>
    None = 0,

    /// <summary>Its stop was hit.</summary>
    Stop = 1,

    /// <summary>Its target was reached.</summary>
    Target = 2,

    /// <summary>The day's end, by the profile's ladder or flat time.</summary>
    EndOfDay = 3,

    /// <summary>The data ended.</summary>
    EndOfData = 4,

    /// <summary>Its time was up.</summary>
    Time = 5,

    /// <summary>The strategy changed its mind, or turned round.</summary>
    Signal = 6,

    /// <summary>A limit of the risk account, or a fault of our own, closed it.</summary>
    Risk = 7,

    /// <summary>The venue closed it.</summary>
    Liquidation = 8,

    /// <summary>A person closed it.</summary>
    Kill = 9,
}

namespace Keel.Data.Import;

/// <summary>Why a row is no bar that can be kept.</summary>
internal enum RowFault
{
    None = 0,
    MissingColumns,
    UnreadableTime,
    AbsurdTime,
    NoSuchLocalTime,
    MixedZones,
    TimeOffInterval,
    TimeSpike,
    TimeBackward,
    Duplicate,
    ConflictingDuplicate,
    ConflictsWithCatalog,
    MissingValue,
    NotANumber,
    UnreadableNumber,
    AbsurdPrice,
    AbsurdVolume,
    OffTick,
    HighBelowLow,
    OpenOutsideRange,
    CloseOutsideRange,
    NegativeVolume,
    FractionalVolume,
    PriceSpike,
}

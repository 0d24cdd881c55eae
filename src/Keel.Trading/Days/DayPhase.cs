namespace Keel.Trading.Days;

/// <summary>How far the end of the day has come, from least to most urgent: a later phase includes what the earlier ones forbid.</summary>
public enum DayPhase
{
    /// <summary>Nothing is restricted.</summary>
    Open,

    /// <summary>New entries take half the size; half of one contract is none.</summary>
    HalfSize,

    /// <summary>Nothing is entered any more.</summary>
    NoEntries,

    /// <summary>Positions leave with limit orders.</summary>
    ExitPassive,

    /// <summary>Positions leave at the market.</summary>
    ExitMarket,

    /// <summary>Orders had their chance: the venue is asked to close the contract until it shows flat.</summary>
    CloseByContract,

    /// <summary>A position is a fault, and nothing is entered before the next trading day.</summary>
    Overdue,

    /// <summary>The market is closed until the next session opens.</summary>
    Closed,
}

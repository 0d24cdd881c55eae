namespace Keel.Trading.Setup;

/// <summary>How the distance of a target from the entry is found.</summary>
public enum TargetKind
{
    /// <summary>There is no target.</summary>
    None,

    /// <summary>A fixed number of ticks.</summary>
    Ticks,

    /// <summary>A multiple of the average true range.</summary>
    Atr,

    /// <summary>A multiple of the stop's distance.</summary>
    Risk,
}

namespace Keel.Data.Synthetic;

/// <summary>Where a planted edge hides.</summary>
public enum PlantedEdge
{
    /// <summary>After minutes in which buyers traded larger lots than sellers the price drifts up, and the other way round.</summary>
    Imbalance,

    /// <summary>The same, between 10:30 and 11:30 New York only.</summary>
    RegimeHour,

    /// <summary>The same, halving every year from the first session on.</summary>
    Decaying,

    /// <summary>Moves on heavy volume go on, moves on light volume come back: neither the move nor the volume tells anything alone.</summary>
    Interaction,

    /// <summary>The imbalance works in the first sixty sessions and never again: a fit on the start looks good and is worth nothing.</summary>
    Decoy,
}

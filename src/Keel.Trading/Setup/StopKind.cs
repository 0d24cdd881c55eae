namespace Keel.Trading.Setup;

/// <summary>How the distance of a stop from the entry is found.</summary>
public enum StopKind
{
    /// <summary>A fixed number of ticks.</summary>
    Ticks,

    /// <summary>A multiple of the average true range.</summary>
    Atr,

    /// <summary>A share of the price.</summary>
    Percent,

    /// <summary>A loss in money a contract.</summary>
    Amount,

    /// <summary>Behind the lowest low or highest high of the last bars.</summary>
    Swing,
}

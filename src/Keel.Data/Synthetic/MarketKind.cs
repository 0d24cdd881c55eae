namespace Keel.Data.Synthetic;

/// <summary>How the efficient price of a synthetic market moves.</summary>
public enum MarketKind
{
    /// <summary>Constant volatility, no clustering, no jumps; still bid and ask.</summary>
    RandomWalk,

    /// <summary>The realistic market without any edge: clustered volatility, time of day, jumps, halts, gaps.</summary>
    Clustered,

    /// <summary>As clustered, with trends that last for an hour or so: following them pays.</summary>
    Momentum,

    /// <summary>As clustered, with a price that is pulled back to its recent average: following trends loses.</summary>
    Reversion,

    /// <summary>As clustered, with an edge of a stated size in a stated place.</summary>
    Planted,
}

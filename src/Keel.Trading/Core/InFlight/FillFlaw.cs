namespace Keel.Trading.Core.InFlight;

/// <summary>What is wrong with a fill that a venue reports.</summary>
public enum FillFlaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No lots, or more than were open.</summary>
    Lots,

    /// <summary>Bought where we sold, or sold where we bought.</summary>
    Side,

    /// <summary>A limit order traded at a price worse than its limit.</summary>
    Limit,

    /// <summary>It traded before it was sent.</summary>
    Time,
}

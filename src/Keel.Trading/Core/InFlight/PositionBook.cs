using Keel.Trading.Orders;

namespace Keel.Trading.Core.InFlight;

/// <summary>Lots counted a second way: by what the venue filled, and by what seats have crossed among themselves.</summary>
internal struct PositionBook
{
    /// <summary>Lots that the venue's fills add up to, negative when short.</summary>
    public long AtVenue { get; private set; }

    /// <summary>Lots that internal fills add up to: zero whenever both sides are booked.</summary>
    public long Inside { get; private set; }

    /// <summary>The venue filled lots.</summary>
    public void Add(Side side, int lots) => AtVenue += (int)side * lots;

    /// <summary>A seat filled lots against another seat.</summary>
    public void Cross(Side side, int lots) => Inside += (int)side * lots;
}

using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core.InFlight;

/// <summary>Whether a fill can be true of its order (Q02).</summary>
internal static class FillCheck
{
    /// <summary>The first thing that cannot be true.</summary>
    /// <param name="fill">The fill.</param>
    /// <param name="side">The side of the order.</param>
    /// <param name="open">Lots that may still trade.</param>
    /// <param name="worstLimit">The worse of the limits that the order may have at the venue; null when it has none.</param>
    /// <param name="sentAt">When the order was sent.</param>
    /// <param name="tolerance">By how much a fill's time may lie before that: a clock's error, and a bar's length where times are those of bars.</param>
    public static FillFlaw Of(in VenueReport fill, Side side, int open, long? worstLimit, long sentAt, long tolerance) =>
        fill.Lots <= 0 || fill.Lots > open ? FillFlaw.Lots
        : fill.Side != Side.None && fill.Side != side ? FillFlaw.Side
        : fill.At < sentAt - tolerance ? FillFlaw.Time
        : worstLimit is { } limit && (int)side * (fill.Price - limit) > 0 ? FillFlaw.Limit
        : FillFlaw.None;
}

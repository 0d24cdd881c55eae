using Keel.Trading.Orders;

namespace Keel.Trading.Core.InFlight;

/// <summary>Whether a stop protects a position: confirmed, the other side, the same size (Q06). Anything else is no protection.</summary>
internal static class ProtectionCheck
{
    /// <summary>Whether it does.</summary>
    public static bool Holds(Order stop, int position) =>
        stop.IsConfirmedFor(Math.Abs(position)) && (int)stop.Side == -Math.Sign(position);

    /// <summary>Whether it will, once the venue has answered.</summary>
    public static bool IsOnItsWay(Order stop, int position) => stop.IsLive && (int)stop.Side == -Math.Sign(position);
}

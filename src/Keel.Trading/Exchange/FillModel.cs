namespace Keel.Trading.Exchange;

/// <summary>At which prices simulated orders fill.</summary>
public enum FillModel
{
    /// <summary>Limits when the price trades through them by a tick; market orders at the next open, stops at the worse of stop and open, both with slippage.</summary>
    Conservative,

    /// <summary>As conservative, but limits when the price touches them.</summary>
    Touch,

    /// <summary>Market orders at the close of the bar that decided them; no slippage anywhere, limits when touched.</summary>
    Optimistic,

    /// <summary>As conservative, but nothing happens before the latency has passed, and no more than a share of a bar's volume fills.</summary>
    Realistic,
}

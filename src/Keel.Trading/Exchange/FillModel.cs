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

    /// <summary>
    /// As conservative, but nothing happens before the latency has passed, and on bars no order takes more than a share of the volume; where
    /// there are quotes or a book, limits wait in the queue of their level instead.
    /// </summary>
    Realistic,
}

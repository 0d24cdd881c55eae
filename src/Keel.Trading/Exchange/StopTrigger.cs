namespace Keel.Trading.Exchange;

/// <summary>Which price sets off a stop where quotes and trades are seen.</summary>
public enum StopTrigger
{
    /// <summary>A trade at the stop or beyond it, as at most futures exchanges.</summary>
    Trades,

    /// <summary>The quote at which it would leave: the bid for a stop that sells, the offer for one that buys.</summary>
    Quotes,
}

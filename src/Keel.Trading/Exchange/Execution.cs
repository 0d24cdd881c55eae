namespace Keel.Trading.Exchange;

/// <summary>How lots of an order trade.</summary>
internal struct Execution
{
    public int Lots;
    public long Price;

    /// <summary>By how many ticks the price is worse than it would have been without slippage.</summary>
    public long Slippage;

    public long At;
    public long Low;
    public long High;
    public bool InsideBar;
    public bool IsAmbiguous;

    /// <summary>Whether the order had rested, so that the other side crossed the spread.</summary>
    public bool HasRested;
}

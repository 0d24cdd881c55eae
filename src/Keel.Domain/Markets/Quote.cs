namespace Keel.Domain.Markets;

/// <summary>The best bid and offer at an instant; a bid above the offer cannot be built (equal prices, a locked market, can).</summary>
public readonly record struct Quote
{
    /// <summary>A quote; throws when the bid is above the offer.</summary>
    public Quote(Timestamp time, Price bid, Quantity bidSize, Price ask, Quantity askSize)
    {
        if (bid > ask)
        {
            throw new ArgumentException($"a crossed quote: bid {bid} above offer {ask}");
        }

        (Time, Bid, BidSize, Ask, AskSize) = (time, bid, bidSize, ask, askSize);
    }

    /// <summary>When the quote was made.</summary>
    public Timestamp Time { get; }

    /// <summary>The best price a buyer offers.</summary>
    public Price Bid { get; }

    /// <summary>Lots at the bid.</summary>
    public Quantity BidSize { get; }

    /// <summary>The best price a seller asks.</summary>
    public Price Ask { get; }

    /// <summary>Lots at the offer.</summary>
    public Quantity AskSize { get; }

    /// <summary>The distance from bid to offer.</summary>
    public Ticks Spread => Ask - Bid;
}

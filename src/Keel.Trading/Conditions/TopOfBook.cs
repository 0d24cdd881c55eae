using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Trading.Conditions;

/// <summary>The best bid and offer that were heard last, and how old they are. A side without lots is no side; crossed prices are kept as they came.</summary>
public sealed class TopOfBook
{
    /// <summary>The best bid, in ticks.</summary>
    public long Bid { get; private set; }

    /// <summary>Lots at it.</summary>
    public long BidSize { get; private set; }

    /// <summary>The best offer, in ticks.</summary>
    public long Ask { get; private set; }

    /// <summary>Lots at it.</summary>
    public long AskSize { get; private set; }

    /// <summary>When the quote was made, in nanoseconds; the smallest number before the first.</summary>
    public long QuotedAt { get; private set; } = long.MinValue;

    /// <summary>When something last traded, in nanoseconds; the smallest number before the first.</summary>
    public long TradedAt { get; private set; } = long.MinValue;

    /// <summary>Whether there is a bid and an offer.</summary>
    public bool IsTwoSided => QuotedAt != long.MinValue && BidSize > 0 && AskSize > 0;

    /// <summary>A quote came.</summary>
    public void Update(in Quote quote) =>
        Update(quote.Bid.InTicks, quote.BidSize.Lots, quote.Ask.InTicks, quote.AskSize.Lots, quote.Time);

    /// <summary>Both sides as a venue sent them, whatever sense they make.</summary>
    public void Update(long bid, long bidSize, long ask, long askSize, Timestamp at) =>
        (Bid, BidSize, Ask, AskSize, QuotedAt) = (bid, bidSize, ask, askSize, at.UnixNanoseconds);

    /// <summary>Something traded.</summary>
    public void Traded(Timestamp at) => TradedAt = at.UnixNanoseconds;
}

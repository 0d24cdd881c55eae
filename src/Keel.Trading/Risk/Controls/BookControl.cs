using Keel.Trading.Conditions;

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered into a book that is one-sided, locked or crossed, too wide, or thinner than the entry (P09).</summary>
public sealed class BookControl(int widest, MarketConditions conditions) : EntryControl(Reasons.Book)
{
    /// <inheritdoc />
    public override MarketConditions? Watches => conditions;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var book = conditions.Book;
        if (!book.IsTwoSided)
        {
            return Ruling.Refused(0, 1);
        }

        var spread = book.Ask - book.Bid;
        if (spread < 1 || spread > widest)
        {
            return Ruling.Refused(spread, spread < 1 ? 1 : widest);
        }

        var size = proposal.Side == Orders.Side.Long ? book.AskSize : book.BidSize;
        return size < proposal.Lots ? Ruling.Refused(size, proposal.Lots) : Ruling.Allowed;
    }
}

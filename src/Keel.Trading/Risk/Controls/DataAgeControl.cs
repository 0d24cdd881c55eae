using Keel.Domain;
using Keel.Trading.Conditions;

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered on prices that are too old (P18): the last quote, the last trade; exactly the bound is still young enough. Nothing seen yet is too old.</summary>
public sealed class DataAgeControl(DataAge most, MarketConditions conditions) : EntryControl(Reasons.DataAge)
{
    /// <inheritdoc />
    public override MarketConditions? Watches => conditions;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var book = conditions.Book;
        var quote = Judge(book.QuotedAt, proposal.Now, most.Quote);
        return quote.Lots == 0 ? quote : Judge(book.TradedAt, proposal.Now, most.Trade);
    }

    private static Ruling Judge(long seenAt, long now, Span bound)
    {
        // Data from the future would be as wrong as data from long ago.
        var age = seenAt == long.MinValue || seenAt > now ? -1 : now - seenAt;
        return age < 0 || age > bound.Nanoseconds
            ? Ruling.Refused(age < 0 ? -1 : age / 1_000_000_000m, bound.Nanoseconds / 1_000_000_000m)
            : Ruling.Allowed;
    }
}

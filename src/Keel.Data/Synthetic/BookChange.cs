using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Synthetic;

/// <summary>One change of the book: what rests at one price now. Changes between one <see cref="IsLast"/> and the next belong together.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="IsBid">Whether buyers rest there; otherwise sellers.</param>
/// <param name="Level">The price, its lots (0: the level is gone) and orders.</param>
/// <param name="IsSnapshot">Whether the changes that belong together are the whole book, to be built on an empty one.</param>
/// <param name="IsLast">Whether the book is whole again after this change.</param>
public readonly record struct BookChange(Timestamp Time, bool IsBid, BookLevel Level, bool IsSnapshot, bool IsLast)
{
    /// <summary>Puts the change into a book, which must have seen all changes before it.</summary>
    public void ApplyTo(OrderBook book)
    {
        if (IsBid)
        {
            book.SetBid(Time, Level);
        }
        else
        {
            book.SetAsk(Time, Level);
        }
    }
}

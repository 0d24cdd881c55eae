using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core.InFlight;

/// <summary>Cash counted a second way, by what each fill moved, so that profits booked by trade can be held against it (Q12, invariant 6).</summary>
internal struct CashBook(long tickValue)
{
    /// <summary>All that fills have brought and cost, lots held valued at a price of zero; in units of money.</summary>
    public long Flow { get; private set; }

    /// <summary>Net of the trades booked since the beginning, in units of money.</summary>
    public long Booked { get; private set; }

    /// <summary>Lots traded: sold lots bring their price, bought ones cost it, and each costs its fee.</summary>
    public void Add(in VenueReport fill, Side side) => Flow -= ((int)side * fill.Price * fill.Lots * tickValue) + fill.Fee;

    /// <summary>A trade was booked.</summary>
    public void Book(long net) => Booked += net;

    /// <summary>By how much both ways of counting differ, given what open trades have moved; zero when the books are right.</summary>
    public readonly long Difference(long openFlow) => Flow - Booked - openFlow;
}

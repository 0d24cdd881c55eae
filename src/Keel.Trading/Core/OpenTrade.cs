using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core;

/// <summary>The books of one position from its first fill until it is flat: prices as sums of ticks × lots, so that nothing is ever rounded.</summary>
internal struct OpenTrade
{
    public Side Side;
    public int Held;
    public int Turned;
    public int Most;
    public long EntryAt;
    public long EntryTicks;
    public long ExitTicks;
    public long SlippageTicks;
    public long Fees;
    public long Risk;
    public long Worst;
    public long Best;
    public double Confidence;
    public int PredictedClass;
    public bool IsAmbiguous;

    /// <summary>The bar of the entry is not over, and what it did before the entry is not known.</summary>
    public bool SkipsBest;

    /// <summary>Lots come in.</summary>
    public void Enter(in VenueReport fill, Side side)
    {
        if (Held == 0)
        {
            (Side, EntryAt, SkipsBest) = (side, fill.At, fill.InsideBar);
        }

        Held += fill.Lots;
        Most = Math.Max(Most, Held);
        Turned += fill.Lots;
        EntryTicks += fill.Price * fill.Lots;
        SlippageTicks += fill.Slippage * fill.Lots;
        Fees += fill.Fee;
    }

    /// <summary>Lots go out.</summary>
    public void Leave(in VenueReport fill, OrderPurpose by)
    {
        // What the price was without slippage; before a target's fill inside a bar the bar's worst price may have come, its best may not.
        var there = fill.Price + ((int)Side * fill.Slippage);
        var worst = by == OrderPurpose.Target && fill.InsideBar ? (Side == Side.Long ? fill.Low : fill.High) : there;
        Worst = Math.Min(Worst, PointsAt(worst));
        Best = Math.Max(Best, PointsAt(there));
        Held -= fill.Lots;
        ExitTicks += fill.Price * fill.Lots;
        SlippageTicks += fill.Slippage * fill.Lots;
        Fees += fill.Fee;
        IsAmbiguous |= fill.IsAmbiguous;
    }

    /// <summary>Profit so far in ticks × lots, the lots still held at a price.</summary>
    public readonly long PointsAt(long price) => (int)Side * (ExitTicks + (price * Held) - EntryTicks);

    /// <summary>A bar has passed while the position was held.</summary>
    public void Mark(long low, long high)
    {
        var (bad, good) = Side == Side.Long ? (low, high) : (high, low);
        Worst = Math.Min(Worst, PointsAt(bad));
        if (!SkipsBest)
        {
            Best = Math.Max(Best, PointsAt(good));
        }

        SkipsBest = false;
    }

    /// <summary>The trade as it is booked; only when nothing is held any more.</summary>
    public readonly ClosedTrade Close(int seat, long tickValue, long exitAt, ExitReason reason) =>
        new()
        {
            Seat = seat,
            Side = Side,
            Contracts = Most,
            Turned = Turned,
            EntryTime = new Timestamp(EntryAt),
            ExitTime = new Timestamp(exitAt),
            EntryTicks = EntryTicks,
            ExitTicks = ExitTicks,
            Gross = new Money(tickValue * (((int)Side * (ExitTicks - EntryTicks)) + SlippageTicks)),
            Commission = new Money(Fees),
            Slippage = new Money(tickValue * SlippageTicks),
            Risk = new Money(Risk),
            WorstOpen = new Money(tickValue * Math.Min(Worst, 0)),
            BestOpen = new Money(tickValue * Math.Max(Best, 0)),
            Reason = reason,
            Confidence = Confidence,
            PredictedClass = PredictedClass,
            IsAmbiguous = IsAmbiguous,
        };
}

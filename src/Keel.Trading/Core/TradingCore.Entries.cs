using Keel.Domain;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

// What an entry has to pass, and what all that is open may lose.
public sealed partial class TradingCore
{
    /// <summary>Lots that a wish asks for, before controls make them fewer.</summary>
    internal int AskedLots { get; set; } = 1;

    internal long NextOrderId()
    {
        lastOrderId++;
        Invariants.CheckNumber(lastOrderId);
        return lastOrderId;
    }

    internal void CountSignal() => SignalCount++;

    /// <summary>Whether an entry may leave; that it was to leave all the same is a fault.</summary>
    internal bool MaySubmitEntry(int seat = 0) => Invariants.MaySubmitEntry(seat);

    /// <summary>An entry has just left.</summary>
    internal void CheckAcceptance(int seat = 0) => Invariants.CheckAcceptance(seat);

    internal long WorstOfOne(long distance) => Seat.WorstOfOne(distance, TickValue, FeePerSide, setup.Reserve);

    /// <summary>Reviews an entry; as many lots as every control allows, 0 when one refuses.</summary>
    internal int Review(Seat seat, in Intent wish, Side side, long price, int stopDistance, int targetDistance)
    {
        FollowPrice();
        prop?.Look(LastPrice);
        var p = proposal;
        (p.Seat, p.Side, p.Now, p.Price) = (seat.Index, side, Now, price);
        (p.StopTicks, p.TargetTicks, p.Confidence) = (stopDistance, targetDistance, wish.Confidence);
        (p.TickValue, p.FeePerSide) = (TickValue, FeePerSide);
        p.WorstOfOne = WorstOfOne(stopDistance);
        p.ExpectedLossOfOne = ((stopDistance + (2L * setup.SlippageTicks)) * TickValue) + (2 * FeePerSide);
        p.HalfSize = entryClock.Phase == DayPhase.HalfSize || conditions?.IsHalfSize == true;
        (p.LastExitAt, p.LastExitPrice) = (lastExitAt, lastExitPrice);
        (p.UnknownOrders, p.OwnOpposite) = (OwnOrders.Unknown(seats), OwnOrders.NearestOpposite(seats, side));
        p.Limit = seat.Entries.Type == OrderType.Limit ? price + ((int)side * seat.Entries.Through) : null;
        (p.Day, p.PredictedClass, p.CoolsUntil) = (Day, wish.PredictedClass, seat.CoolsUntil);
        (p.KellyFraction, p.VolatilityOfOne) = (seat.KellyFraction, volatility?.OfOne ?? 0);
        var (lots, code, need, bound) = Rule(seat);
        if (lots > 0 && gate.Review(seat, p, lots) is var last && last.Lots < lots)
        {
            (lots, code, need, bound) = (last.Lots, gate.LastCode, last.Need, last.Bound);
        }

        if (lots > 0)
        {
            review.OnEntry(p);
            seat.Budget?.Review.OnEntry(p);
        }

        notices.OnSignal(
            new SignalRecord(new Timestamp(Now), seat.Index, side, new Price(price), lots, wish.Confidence, code, need, bound)
        );
        return lots;
    }

    /// <summary>The seat's own budget rules first, then the pool on what is left: both must allow it.</summary>
    private EntryVerdict Rule(Seat seat)
    {
        var (most, own) = (int.MaxValue, default(EntryVerdict));
        if (seat.Budget is { } budget)
        {
            (proposal.OpenReserve, proposal.OpenLots) = (Reserved(seat), Math.Abs(seat.Position) + seat.WorkingEntry);
            own = budget.Review.Rule(proposal, AskedLots);
            most = own.Lots;
            if (most == 0)
            {
                return own;
            }
        }

        (proposal.OpenReserve, proposal.OpenLots) = (Reserved(), OpenLots());
        var pool = review.Rule(proposal, AskedLots, most);
        return pool.Code is null ? new EntryVerdict(pool.Lots, own.Code, own.Need, own.Bound) : pool;
    }

    /// <summary>The worst cases of everything held and working, in units of money.</summary>
    internal long Reserved()
    {
        long reserved = 0;
        foreach (var seat in seats)
        {
            reserved += seat.Reserved(TickValue, FeePerSide, setup.Reserve);
        }

        return reserved;
    }

    /// <summary>Lots held and working over all seats.</summary>
    internal int OpenLots()
    {
        var lots = 0;
        foreach (var seat in seats)
        {
            lots += Math.Abs(seat.Position) + seat.WorkingEntry;
        }

        return lots;
    }
}

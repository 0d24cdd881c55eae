using System.Runtime.CompilerServices;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

// The pool and the budgets of single seats: marked, judged, begun and ended with the day.
public sealed partial class TradingCore
{
    /// <summary>Tells the day that is under way to whoever listens; when there will be no more inputs.</summary>
    public void EndDay()
    {
        if (hasBars)
        {
            TellDay();
        }
    }

    /// <summary>Worst cases of one seat alone, in units of money.</summary>
    internal long Reserved(Seat seat) => seat.Reserved(TickValue, FeePerSide, setup.Reserve);

    /// <summary>What all positions lose at their stops, working entries not counted, in units of money.</summary>
    internal long ReservedForHeld()
    {
        long reserved = 0;
        foreach (var seat in seats)
        {
            reserved += seat.ReservedForHeld(TickValue, FeePerSide, setup.Reserve);
        }

        return reserved;
    }

    /// <summary>Open profit of all seats at a price, before what has been paid for it and what closing costs; in units of money.</summary>
    internal long OpenGross(long price)
    {
        long open = 0;
        foreach (var seat in seats)
        {
            open += seat.OpenGross(price, TickValue);
        }

        return open;
    }

    /// <summary>Closes what every seat holds, and keeps it from opening more.</summary>
    internal void CloseAll(ExitReason reason)
    {
        foreach (var seat in seats)
        {
            seat.Close(reason);
        }
    }

    /// <summary>Lots of a pair of orders have been crossed, and both sides are booked.</summary>
    internal void AfterCross()
    {
        Invariants.CheckCash();
        Invariants.CheckPosition();
    }

    /// <summary>Lots traded between two seats: no venue's fill, and no cost.</summary>
    internal void CountCross(in Messages.VenueReport fill, Side side)
    {
        cash.Add(in fill, side);
        lotsHeld.Cross(side, fill.Lots);
    }

    private void Cross()
    {
        if (crossing is not null && firstCommand >= 0)
        {
            crossing.Run(firstCommand);
        }

        firstCommand = -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StepExposed(in Bar bar)
    {
        foreach (var seat in seats)
        {
            seat.Mark(in bar);
        }

        prop?.LookAtWorst(in bar);
        MarkAccount();
        foreach (var seat in seats)
        {
            seat.Tend(LastPrice, Now);
        }
    }

    private long OpenNet()
    {
        long open = 0;
        foreach (var seat in seats)
        {
            open += seat.OpenNet(LastPrice, TickValue, FeePerSide);
        }

        return open;
    }

    private void MarkAccount()
    {
        FollowPrice();
        if (!Account.Mark(OpenNet(), Now) || Account.Halt != HaltKind.None)
        {
            CloseAll(ExitReason.Risk);
        }

        prop?.Look(LastPrice);
        if (hasBudgets)
        {
            MarkBudgets();
        }
    }

    private void MarkBudgets()
    {
        foreach (var seat in seats)
        {
            if (
                seat.Account is { } own
                && (!own.Mark(seat.OpenNet(LastPrice, TickValue, FeePerSide), Now) || own.Halt != HaltKind.None)
            )
            {
                seat.Close(ExitReason.Risk);
            }
        }
    }

    /// <summary>A fee that is a share of the value goes with the price.</summary>
    private void FollowPrice()
    {
        if (feeFollowsPrice)
        {
            FeePerSide = setup.Fees.Of(Day, LastPrice, 1, rested: false);
        }
    }

    private void BeginDay(int day)
    {
        if (hasBars)
        {
            hasBars = false;
            TellDay();
        }

        Account.BeginDay(day);
        rejects.BeginDay();
        foreach (var seat in seats)
        {
            seat.Account?.BeginDay(day);
        }

        CloseWhatMarginForbids();
    }

    /// <summary>A position has lived into a day whose margin the account may not carry.</summary>
    private void CloseWhatMarginForbids()
    {
        var held = 0;
        foreach (var seat in seats)
        {
            held += Math.Abs(seat.Position);
            if (seat.Budget is { } own && own.Margin?.ReviewHeld(Math.Abs(seat.Position), Day, LastPrice) is { Lots: 0 } said)
            {
                Tell(Reasons.Margin, "flatten", said.Need, said.Bound, seat: seat.Index);
                seat.Close(ExitReason.Risk);
            }
        }

        if (margin?.ReviewHeld(held, Day, LastPrice) is { Lots: 0 } all)
        {
            Tell(Reasons.Margin, "flatten", all.Need, all.Bound);
            CloseAll(ExitReason.Risk);
        }
    }

    private void BeginSession()
    {
        Account.BeginSession(Now);
        foreach (var seat in seats)
        {
            seat.Account?.BeginSession(Now);
        }
    }

    /// <summary>A person has looked, at the pool and at every seat.</summary>
    private void Resume()
    {
        Account.Resume(Now);
        foreach (var seat in seats)
        {
            seat.Account?.Resume(Now);
        }
    }

    private void TellDay()
    {
        notices.OnDay(Account.Today());
        foreach (var seat in seats)
        {
            if (seat.Account is { } own)
            {
                notices.OnSeatDay(own.Today() with { Seat = seat.Index });
            }
        }
    }
}

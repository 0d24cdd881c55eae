using Keel.Domain;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

// What the venue says, what it costs and what is wrong with it.
public sealed partial class TradingCore
{
    /// <summary>Our own mistake, or a venue that cannot be believed: everything is closed, and a person must look.</summary>
    internal void Fault(string what)
    {
        FaultCount++;
        LastFault = what;
        if (!isFaulting)
        {
            // What closes may meet the next fault; one of them closes everything.
            isFaulting = true;
            StopAndClose(HaltKind.Review, Reasons.Fault, 0, 0);
            isFaulting = false;
        }

        if (setup.FaultsThrow)
        {
            throw new FaultException(what);
        }
    }

    /// <summary>Trading stops, and everything is closed.</summary>
    internal void StopAndClose(HaltKind kind, string code, decimal need, decimal bound)
    {
        Account.Stop(kind, code, Now, need, bound);
        CloseAll(ExitReason.Risk);
    }

    /// <summary>Something went wrong on the way that no limit of money covers.</summary>
    internal void Tell(string code, string what, decimal need, decimal bound, Timestamp? until = null, int? seat = null) =>
        notices.OnRisk(new RiskEvent(new Timestamp(Now), code, what, need, bound, until) { Seat = seat });

    /// <summary>The venue refused an order.</summary>
    internal void CountReject()
    {
        if (rejects.Add(Now))
        {
            var until = Now + Rules.RejectPause.Nanoseconds;
            entryPause.Begin(InFlightCodes.Rejects, until);
            Tell(InFlightCodes.Rejects, "pause", Rules.RejectsForPause, Rules.RejectsForPause, new Timestamp(until));
        }

        if (rejects.EndsDay)
        {
            StopAndClose(HaltKind.Day, InFlightCodes.Rejects, rejects.Today, Rules.RejectsForDay);
        }
    }

    /// <summary>Lots traded, whatever for.</summary>
    internal void CountFill(Seat seat, in VenueReport fill, Order? order, Side side)
    {
        // The newest price there is: judged by the last close, a gap at an entry's open would look like a loss.
        LastPrice = fill.Price - ((int)side * fill.Slippage);
        cash.Add(in fill, side);
        lotsHeld.Add(side, fill.Lots);
        Account.Pay(fill.Fee);
        seat.Account?.Pay(fill.Fee);
        if (!Rules.WatchesSlippage || order is null || order.Type == OrderType.Limit)
        {
            return;
        }

        var reserve = order.Purpose == OrderPurpose.Entry ? setup.Reserve.Entry : setup.Reserve.Stop;
        if (slippage.Add(fill.Slippage, reserve))
        {
            var until = Now + Rules.SlippagePause.Nanoseconds;
            entryPause.Begin(InFlightCodes.Slippage, until);
            Tell(InFlightCodes.Slippage, "pause", fill.Slippage, reserve, new Timestamp(until));
        }
    }

    internal void Book(Seat seat, in ClosedTrade trade)
    {
        var before = Account.State.Realised;
        Account.Pay(-trade.Commission.Units);
        Account.Book(trade.Net.Units, OpenNet(), trade.ExitTime.UnixNanoseconds);
        cash.Book(Account.State.Realised - before);
        if (seat.Account is { } own)
        {
            own.Pay(-trade.Commission.Units);
            own.Book(trade.Net.Units, 0, trade.ExitTime.UnixNanoseconds);
        }

        (lastExitAt, lastExitPrice) = (trade.ExitTime.UnixNanoseconds, trade.ExitTicks / Math.Max(1, trade.Turned));
        notices.OnTrade(in trade);
    }

    /// <summary>What trades that are still open have moved in cash, lots held valued at a price of zero.</summary>
    internal long OpenFlow()
    {
        long flow = 0;
        foreach (var seat in seats)
        {
            flow += seat.OpenFlow(TickValue);
        }

        return flow;
    }

    private void Take(in VenueReport report)
    {
        if (report.Kind > ReportKind.Rejected)
        {
            Fault($"the venue said {report.Kind} of order {report.OrderId}");
            return;
        }

        var isFill = report.Kind == ReportKind.Filled;
        if (isFill && seen.Add(in report) is var novelty && novelty != FillNovelty.New)
        {
            if (novelty == FillNovelty.Contradicts)
            {
                Fault($"the venue said fill {report.TradeId} of order {report.OrderId} twice, and differently");
            }

            return;
        }

        foreach (var seat in seats)
        {
            if (seat.Find(report.OrderId) is { } order)
            {
                seat.On(order, in report);
                AfterFill(isFill);
                return;
            }
        }

        if (Past.Find(report.OrderId) is var place && place >= 0 && report.OrderId > 0)
        {
            ref var past = ref Past[place];
            seats[past.Seat].OnPast(ref past, in report);
            AfterFill(isFill);
        }
        else if (isFill || report.OrderId <= 0 || report.OrderId > lastOrderId)
        {
            // Of an order that ended too long ago to be remembered only a fill matters.
            Fault($"the venue speaks of order {report.OrderId}, which is not ours");
        }
    }

    private void AfterFill(bool isFill)
    {
        if (isFill)
        {
            Invariants.CheckCash();
            Invariants.CheckPosition();
            if (Account.DailyLimit != long.MaxValue)
            {
                TellExcess();
            }
        }
    }

    /// <summary>Slippage may have taken the worst cases beyond the day's limit: nothing can be undone, but it is said once.</summary>
    private void TellExcess()
    {
        var need = Account.LostToday + Reserved();
        if (need > Account.DailyLimit && !isExcessTold)
        {
            Tell(Reasons.WorstCase, "excess", new Money(need).Amount, new Money(Account.DailyLimit).Amount);
        }

        isExcessTold = need > Account.DailyLimit;
    }
}

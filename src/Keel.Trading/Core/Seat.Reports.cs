using Keel.Domain;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core;

// What the venue says of the seat's orders, and the position that comes of it.
public sealed partial class Seat
{
    /// <summary>A venue's statement about one of the seat's orders.</summary>
    internal void On(Order order, in VenueReport report)
    {
        var before = order.State;
        if (report.Kind == ReportKind.Filled)
        {
            OnFill(order, in report);
        }
        else if (IsStale(order, in report))
        {
            core.StaleReports++;
            return;
        }
        else if (order.TryApply(EventOf(report.Kind)))
        {
            OnStatement(order, before, in report);
        }
        else
        {
            core.Fault($"{report.Kind} cannot happen to order {order.Id} ({order.Purpose}), which is {before}");
        }

        Settle();
    }

    /// <summary>A venue's statement about an order of the seat whose place has been used again.</summary>
    internal void OnPast(ref PastOrder past, in VenueReport report)
    {
        if (report.Kind != ReportKind.Filled)
        {
            // It was over when its place was given away, so that it cannot be over again in another way.
            core.StaleReports++;
            return;
        }

        var flaw = FillCheck.Of(
            in report,
            past.Side,
            past.Lots - past.Filled,
            past.Type == OrderType.Limit ? past.Limit : null,
            past.SentAt,
            core.TimeTolerance
        );
        if (flaw is not FillFlaw.None)
        {
            core.Fault($"fill {report.TradeId} of order {report.OrderId} is wrong in its {flaw}");
        }

        if (flaw is FillFlaw.Lots or FillFlaw.Side)
        {
            return;
        }

        past.Filled += report.Lots;
        core.CountFill(this, in report, null, past.Side);
        Trade(past.Side, past.Purpose, isWanted: false, in report);
        Settle();
    }

    private static OrderEvent EventOf(ReportKind kind) =>
        kind switch
        {
            ReportKind.Accepted => OrderEvent.Accepted,
            ReportKind.Changed => OrderEvent.Changed,
            ReportKind.ChangeRefused => OrderEvent.ChangeRefused,
            ReportKind.Cancelled => OrderEvent.Cancelled,
            ReportKind.CancelRefused => OrderEvent.CancelRefused,
            ReportKind.Rejected => OrderEvent.Rejected,
            ReportKind.Filled => throw new FaultException("fills are counted, not said"),
        };

    /// <summary>Whether the venue says something that later statements have overtaken. An end is never too late, and neither is a fill.</summary>
    private static bool IsStale(Order order, in VenueReport report)
    {
        if (report.Kind is ReportKind.Cancelled or ReportKind.Rejected)
        {
            return false;
        }

        // To a doubt only news is an answer: what was said before it began may be said again.
        var isDoubted = order.State == OrderState.Unknown && order.ToldAt != long.MinValue;
        if (report.At < order.ToldAt || (isDoubted && report.At == order.ToldAt))
        {
            return true;
        }

        // The answer to an earlier change, said again.
        return report.Kind == ReportKind.Changed
            && order.State == OrderState.Changing
            && order.IsOtherThan(report.Lots, report.Price);
    }

    private void OnStatement(Order order, OrderState before, in VenueReport report)
    {
        var isNews = report.At > order.ToldAt;
        order.ToldAt = Math.Max(order.ToldAt, report.At);
        switch (report.Kind)
        {
            case ReportKind.Accepted
                when before != OrderState.Unknown && !(before == OrderState.Working && isNews && report.Lots > 0):
                break;
            case ReportKind.Accepted:
            case ReportKind.Changed:
                if (order.IsOtherThan(report.Lots, report.Price))
                {
                    order.Confirm(report.Lots, report.Price);
                    order.KeepConfirmed();
                }
                else
                {
                    order.Confirm();
                }

                // What it is asked for once more is its end, if that was asked for and got lost.
                order.IsEndAsked = order.State == OrderState.Cancelling;
                CompleteIfFilled(order);
                break;
            case ReportKind.ChangeRefused:
                order.Refusals++;
                order.KeepConfirmed();
                CompleteIfFilled(order);
                if (order == stop && ProtectionCheck.Holds(stop, Position))
                {
                    // It stays where it was, and there it protects.
                    stopPrice = stop.Stop;
                }

                break;
            case ReportKind.CancelRefused:
                if (before == OrderState.Cancelling)
                {
                    orders.Doubt(order);
                }

                break;
            case ReportKind.Rejected when before != order.State:
                core.CountReject();
                OnGone(order, wasRefused: true);
                break;
            case ReportKind.Cancelled when before != order.State:
                OnGone(order, wasRefused: false);
                break;
        }
    }

    /// <summary>It has no lots left to trade: it was changed to what had traded already.</summary>
    private static void CompleteIfFilled(Order order)
    {
        if (order.State is OrderState.Working or OrderState.Cancelling && order.Open == 0)
        {
            order.TryApply(OrderEvent.Filled);
        }
    }

    private void OnFill(Order order, in VenueReport fill)
    {
        long? limit = order.Type == OrderType.Limit ? order.WorstLimit : null;
        var flaw = FillCheck.Of(in fill, order.Side, order.Open, limit, order.SentAt, core.TimeTolerance);
        if (flaw is not FillFlaw.None)
        {
            core.Fault($"fill {fill.TradeId} of order {order.Id} ({order.Purpose}) is wrong in its {flaw}");
        }

        if (flaw is FillFlaw.Lots or FillFlaw.Side)
        {
            return;
        }

        var before = order.State;
        if (!order.TryApply(fill.Lots == order.Open ? OrderEvent.Filled : OrderEvent.PartFilled))
        {
            core.Fault($"order {order.Id} ({order.Purpose}) traded, and it is {before}");
        }

        var isWanted = order.Purpose == OrderPurpose.Entry && refused == ExitReason.None;
        order.Filled += fill.Lots;
        core.CountFill(this, in fill, order, order.Side);
        Trade(order.Side, order.Purpose, isWanted, in fill);
    }

    private void Trade(Side side, OrderPurpose by, bool isWanted, in VenueReport fill)
    {
        if (trade.Held == 0 || side == trade.Side)
        {
            Enter(side, isWanted, in fill);
            return;
        }

        var (lots, fee, held) = (fill.Lots, fill.Fee, trade.Held);
        if (lots <= held)
        {
            trade.Leave(in fill, by);
            if (lots == held)
            {
                Book(by, fill.At);
            }

            return;
        }

        // More went out than was held: what was held is booked, the rest is a position the other way that nobody wanted.
        var part = fill;
        part.Lots = held;
        part.Fee = fee * held / lots;
        trade.Leave(in part, by);
        Book(by, fill.At);
        part.Lots = lots - held;
        part.Fee = fee - part.Fee;
        Enter(side, isWanted: false, in part);
    }

    private void Enter(Side side, bool isWanted, in VenueReport fill)
    {
        if (trade.Held == 0)
        {
            trade = new OpenTrade { Confidence = approved.Confidence, PredictedClass = approved.PredictedClass };
            desk.BarsHeld = 0;
            heldSince = Math.Max(fill.At, core.Now);
            bestPrice = fill.Price;
            (isTightened, isRepaired, exitTries, nextExit) = (false, false, 0, long.MinValue);
            unprotectedSince = core.Now;
            orders.Forget(stop);
            orders.Forget(target);
            orders.Forget(exit);
        }

        trade.Enter(in fill, side);
        trade.Risk += (long)fill.Lots * core.WorstOfOne(stopDistance);
        stopPrice = AverageEntry(up: side == Side.Long) - ((int)side * stopDistance);
        if (!isWanted)
        {
            // Both legs traded, or an order that was given up: what stands now is a position that nobody wants.
            core.Tell(InFlightCodes.UnwantedFill, "flatten", fill.Lots, 0);
            Leave(refused == ExitReason.None ? ExitReason.Risk : refused);
        }
    }

    /// <summary>The average entry in whole ticks, rounded up or down: a stop is rounded away from more risk, a target towards its fill.</summary>
    private long AverageEntry(bool up)
    {
        var (whole, rest) = Math.DivRem(trade.EntryTicks, trade.Turned);
        return up ? whole + (rest > 0 ? 1 : 0) : whole - (rest < 0 ? 1 : 0);
    }

    private void OnGone(Order order, bool wasRefused)
    {
        if (trade.Held == 0 || IsClosing || order.Purpose != OrderPurpose.Stop)
        {
            return;
        }

        if (wasRefused)
        {
            // The price may be beyond it, and then the stop is hit.
            Close(ExitReason.Stop);
        }
        else if (isRepaired)
        {
            Close(ExitReason.Risk);
        }
        else
        {
            // Once the venue may take a stop away; it is put back at once.
            isRepaired = true;
        }
    }

    private void Book(OrderPurpose by, long at)
    {
        var reason = by switch
        {
            OrderPurpose.Stop => ExitReason.Stop,
            OrderPurpose.Target => ExitReason.Target,
            OrderPurpose.Exit or OrderPurpose.Entry => IsClosing ? closing : ExitReason.Liquidation,
        };
        var booked = trade.Close(Index, core.TickValue, at, reason);
        trade = default;
        closing = ExitReason.None;
        idleSince = at;
        if (entry.IsLive)
        {
            // The position is over; what its entry has not brought is not wanted any more.
            refused = refused == ExitReason.None ? reason : refused;
            orders.Cancel(entry);
        }

        if (kelly is not null && booked.Risk > Money.Zero)
        {
            kelly.Add(booked.Net.Units / (double)booked.Risk.Units);
        }

        core.Book(this, in booked);
    }
}

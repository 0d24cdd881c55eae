using Keel.Domain;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

// Stop, target and exit, kept consistent with what is really held.
public sealed partial class Seat
{
    /// <summary>What is due because of the time alone: answers that did not come, an exit that has to be tried again.</summary>
    internal void Watch()
    {
        if (entry.State == OrderState.Unknown && core.Now - entry.AskedAt >= core.Rules.EntryDoubt.Nanoseconds && !isDoubtTold)
        {
            isDoubtTold = true;
            core.Tell(
                InFlightCodes.EntryUnknown,
                "flatten",
                (core.Now - entry.AskedAt) / Timestamp.NanosecondsPerSecond,
                core.Rules.EntryDoubt.Nanoseconds / Timestamp.NanosecondsPerSecond
            );
            Close(ExitReason.Risk);
        }

        if (orders.HasLive)
        {
            orders.Watch();
            SeeProtection();
        }
    }

    /// <summary>What the position's own rules ask for at a close: its time, a stop that moves.</summary>
    internal void Tend(long price, long now)
    {
        if (trade.Held == 0)
        {
            return;
        }

        if (IsClosing)
        {
            SendExit();
            return;
        }

        if (unprotectedSince != long.MaxValue && now - unprotectedSince >= core.AnswerTime)
        {
            core.StopAndClose(
                HaltKind.Day,
                InFlightCodes.Unprotected,
                (now - unprotectedSince) / Timestamp.NanosecondsPerSecond,
                core.AnswerTime / Timestamp.NanosecondsPerSecond
            );
            return;
        }

        if (now >= TimeIsUp || (exits.Bars is { } bars && desk.BarsHeld >= bars))
        {
            Close(ExitReason.Time);
            return;
        }

        MoveStop(price);
    }

    /// <summary>Closes the position, or keeps it from opening; protection stays until it is flat.</summary>
    internal void Close(ExitReason reason, bool passively = false)
    {
        turning.Kind = WishKind.None;
        Leave(reason, passively);
    }

    /// <summary>Ends the position, and whatever an entry may still bring.</summary>
    private void Leave(ExitReason reason, bool passively = false)
    {
        if (entry.IsLive)
        {
            refused = refused == ExitReason.None ? reason : refused;
            orders.Cancel(entry);
        }

        if (trade.Held == 0)
        {
            return;
        }

        if (!IsClosing)
        {
            closing = reason;
            closesPassively = passively;
        }
        else if (closesPassively && !passively)
        {
            closesPassively = false;
            orders.Cancel(exit);
        }

        SendExit();
    }

    /// <summary>Brings orders and position together after a report.</summary>
    internal void Settle()
    {
        if (refused != ExitReason.None)
        {
            orders.Cancel(entry);
        }

        if (trade.Held == 0)
        {
            orders.Cancel(stop);
            orders.Cancel(target);
            orders.Cancel(exit);
        }
        else if (IsClosing)
        {
            SendExit();
            Fit(stop);
        }
        else if (IsHalted)
        {
            // A fill that came after trading was stopped.
            Close(ExitReason.Risk);
        }
        else if (core.LeavingPhase is >= DayPhase.ExitPassive and < DayPhase.Closed)
        {
            // A fill that came after the day had ended.
            Close(ExitReason.EndOfDay, passively: core.LeavingPhase == DayPhase.ExitPassive);
        }
        else
        {
            Protect();
        }

        SeeProtection();
        ShowDesk();
        if (turning.Kind != WishKind.None && IsIdle)
        {
            var wish = turning;
            turning.Kind = WishKind.None;
            TryEnter(in wish, core.LastPrice, isNew: false);
        }
    }

    private void SeeProtection() =>
        unprotectedSince =
            trade.Held == 0 || ProtectionCheck.Holds(stop, Position) ? long.MaxValue
            : unprotectedSince == long.MaxValue ? core.Now
            : unprotectedSince;

    private void Protect()
    {
        if (stop.State == OrderState.Filled)
        {
            // It was hit, and more came in on the way.
            Close(ExitReason.Stop);
            return;
        }

        if (!stop.IsLive)
        {
            orders.Submit(stop, OrderType.Stop, Opposite, trade.Held, 0, stopPrice);
        }
        else if (stop.Refusals > 1 && !ProtectionCheck.Holds(stop, Position))
        {
            Close(ExitReason.Risk);
            return;
        }
        else
        {
            Fit(stop);
        }

        if (targetDistance == 0)
        {
            return;
        }

        if (target.IsLive)
        {
            Fit(target);
        }
        else if (target.State != OrderState.Rejected)
        {
            orders.Submit(target, OrderType.Limit, Opposite, trade.Held, TargetPrice, 0);
        }
    }

    /// <summary>An order that closes is for the lots that are held, on the other side, at the price that belongs to them.</summary>
    private void Fit(Order order)
    {
        if (order.IsLive && order.Side != Opposite)
        {
            orders.Cancel(order);
            return;
        }

        // The venue answers one question at a time: while it owes an answer nothing more is asked.
        if (order.State != OrderState.Working || order.Refusals > 1 || order.IsEndAsked)
        {
            return;
        }

        var (stopAt, limit) = (
            order.Purpose == OrderPurpose.Stop ? stopPrice : order.Stop,
            order.Purpose == OrderPurpose.Target ? TargetPrice : order.Limit
        );
        if (order.Open != trade.Held || order.Stop != stopAt || order.Limit != limit)
        {
            order.Become(order.Filled + trade.Held, limit, stopAt);
            orders.Change(order);
        }
    }

    private void SendExit()
    {
        if (trade.Held == 0)
        {
            return;
        }

        orders.Cancel(target);
        if (exit.IsLive && exit.Type == OrderType.Limit && !closesPassively)
        {
            orders.Cancel(exit);
        }
        else if (exit.IsLive)
        {
            Fit(exit);
        }
        else if (core.Now >= nextExit)
        {
            // The second attempt, and each further one, waits: a venue that refuses is not hammered at.
            exitTries++;
            nextExit = core.Now + (exitTries > 1 ? core.AnswerTime : 0);
            var limit = closesPassively ? core.LastPrice : 0;
            orders.Submit(exit, closesPassively ? OrderType.Limit : OrderType.Market, Opposite, trade.Held, limit, 0);
        }
    }

    private void MoveStop(long price)
    {
        var sign = (int)trade.Side;
        var better = stopPrice;
        var entered = trade.EntryTicks / trade.Turned;
        var gain = sign * (bestPrice - entered);
        if (exits.Breakeven is { } multiple && gain >= multiple * stopDistance)
        {
            better = Better(better, entered, sign);
        }

        if (exits.TrailStart is { } start && gain >= start)
        {
            var steps = (gain - start) / exits.TrailStep * exits.TrailStep;
            better = Better(better, entered + (sign * (start + steps - stopDistance)), sign);
        }

        if (!isTightened && exits.TightenShare is { } share && core.EntriesHaveEnded)
        {
            isTightened = true;
            var distance = (long)decimal.Ceiling(sign * (price - stopPrice) * share);
            better = Better(better, price - (sign * distance), sign);
        }

        // A stop at or beyond the price would be refused, or fill at once.
        if (better != stopPrice && stop.State == OrderState.Working && sign * (price - better) >= exits.NearestStop)
        {
            stopPrice = better;
            Fit(stop);
        }
    }

    private static long Better(long present, long other, int sign) => sign * (other - present) > 0 ? other : present;

    private Side Opposite => trade.Side == Side.Long ? Side.Short : Side.Long;

    private long TargetPrice => AverageEntry(up: trade.Side == Side.Short) + ((int)trade.Side * targetDistance);

    /// <summary>The worse of the stop's price that is wanted and the one that the venue has.</summary>
    private long WorstStop =>
        !ProtectionCheck.IsOnItsWay(stop, Position) ? stopPrice
        : trade.Side == Side.Long ? Math.Min(stopPrice, stop.ConfirmedStop)
        : Math.Max(stopPrice, stop.ConfirmedStop);
}

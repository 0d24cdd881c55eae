using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

/// <summary>
/// A strategy's place at the core: its position, its four orders, and the desk that keeps stop and target consistent with what is really
/// filled. An approved intent becomes an entry; its fill brings stop and target; one ends the other; a reversal closes first.
/// </summary>
public sealed class Seat
{
    private readonly TradingCore core;
    private readonly Strategy strategy;
    private readonly StrategyDesk desk;
    private readonly ExitRules exits;
    private readonly EntryOrders entries;
    private readonly StopFinder stops;
    private readonly OrderDesk orders;
    private readonly Order entry;
    private readonly Order stop;
    private readonly Order target;
    private readonly Order exit;
    private OpenTrade trade;
    private Intent approved;
    private Intent turning;
    private long stopDistance;
    private long targetDistance;
    private long stopPrice;
    private long bestPrice;
    private long unprotectedSince = long.MaxValue;
    private long idleSince = long.MinValue;
    private long nextExit = long.MinValue;
    private int exitTries;
    private int approvedLots;
    private ExitReason closing;
    private ExitReason refused;
    private bool closesPassively;
    private bool isTightened;
    private bool isRepaired;
    private bool isDoubtTold;

    internal Seat(TradingCore core, int index, Strategy strategy, TradingSetup setup)
    {
        (this.core, Index, this.strategy, exits, entries) = (core, index, strategy, setup.Exits, setup.Entries);
        orders = new OrderDesk(core, index);
        (entry, stop, target, exit) = (orders.Entry, orders.Stop, orders.Target, orders.Exit);
        desk = new StrategyDesk(setup.Instrument);
        stops = new StopFinder(setup.Exits, setup.Instrument, setup.BarLength);
    }

    /// <summary>Its place, counted from 0.</summary>
    public int Index { get; }

    /// <summary>Lots held, negative when short.</summary>
    public int Position => (int)trade.Side * trade.Held;

    /// <summary>Lots that a live entry may still bring.</summary>
    public int WorkingEntry => entry.IsLive ? entry.Open : 0;

    /// <summary>The protective stop.</summary>
    public Order Stop => stop;

    /// <summary>The order that takes profit.</summary>
    public Order Target => target;

    /// <summary>The order that enters.</summary>
    public Order Entry => entry;

    /// <summary>The order that closes.</summary>
    public Order Exit => exit;

    /// <summary>Whether the position is being closed.</summary>
    public bool IsClosing => closing != ExitReason.None;

    /// <summary>Since when lots have been held without a confirmed stop; the largest number when they are protected.</summary>
    internal long UnprotectedSince => unprotectedSince;

    /// <summary>Whether nothing is held and no order is live.</summary>
    internal bool IsIdle => trade.Held == 0 && !orders.HasLive;

    /// <summary>Whether the fate of one of its orders is unknown.</summary>
    internal bool HasUnknown => orders.HasUnknown;

    /// <summary>Lots that risk allowed for the present entry.</summary>
    internal int ApprovedLots => approvedLots;

    /// <summary>Whether a fill of the entry would be closed at once.</summary>
    internal bool IsEntryUnwanted => refused != ExitReason.None;

    /// <summary>The next instant at which something is due, whatever the market does; in nanoseconds.</summary>
    internal long NextWake
    {
        get
        {
            var wake = Math.Min(TimeIsUp, orders.NextDeadline);
            if (unprotectedSince != long.MaxValue && !IsClosing)
            {
                wake = Math.Min(wake, unprotectedSince + core.AnswerTime);
            }

            if (IsClosing && !exit.IsLive)
            {
                wake = Math.Min(wake, nextExit);
            }

            if (entry.State == OrderState.Unknown && !isDoubtTold)
            {
                wake = Math.Min(wake, entry.AskedAt + core.Rules.EntryDoubt.Nanoseconds);
            }

            return wake;
        }
    }

    /// <summary>Until when nothing is entered after the last exit.</summary>
    internal long CoolsUntil => idleSince == long.MinValue ? long.MinValue : idleSince + exits.Cooldown.Nanoseconds;

    /// <summary>When the position's time is up; the largest number when it has none.</summary>
    internal long TimeIsUp =>
        trade.Held > 0 && exits.Time is { } time && !IsClosing ? trade.EntryAt + time.Nanoseconds : long.MaxValue;

    /// <summary>Open profit less fees so far and the fee of closing, in units of money.</summary>
    internal long OpenNet(long price, long tickValue, long feePerSide) =>
        trade.Turned == 0 ? 0 : (tickValue * trade.PointsAt(price)) - trade.Fees - (feePerSide * trade.Held);

    /// <summary>The worst case still open: of the position to its stop and of a working entry, in units of money.</summary>
    internal long Reserved(long tickValue, long feePerSide, Reserve reserve)
    {
        var reserved = (long)WorkingEntry * WorstOfOne(stopDistance, tickValue, feePerSide, reserve);
        if (trade.Held == 0)
        {
            return reserved;
        }

        var slip = reserve.Stop + (unprotectedSince == long.MaxValue ? 0 : Reserve.Unconfirmed);
        var atStop = tickValue * (trade.PointsAt(WorstStop) - (slip * (long)trade.Held));
        return reserved + Math.Max(0, -(atStop - (feePerSide * trade.Held)));
    }

    /// <summary>What the open trade has moved in cash, lots held valued at a price of zero, in units of money.</summary>
    internal long OpenFlow(long tickValue) => (tickValue * trade.PointsAt(0)) - trade.Fees;

    /// <summary>What one lot loses at worst from its entry to its stop, in units of money.</summary>
    internal static long WorstOfOne(long distance, long tickValue, long feePerSide, Reserve reserve) =>
        ((distance + reserve.Entry + reserve.Stop) * tickValue) + (2 * feePerSide);

    /// <summary>A bar of the strategy has closed: the position is marked, then the strategy may speak.</summary>
    internal void OnBar(in Bar bar, long now)
    {
        stops.Update(in bar);
        desk.BarCount++;
        desk.Now = new Timestamp(now);
        strategy.OnBar(in bar, desk);
        if (desk.HasWish)
        {
            var wish = desk.TakeWish();
            if (desk.BarCount > strategy.WarmUp)
            {
                Consider(in wish, bar.Close.InTicks);
            }
        }
    }

    /// <summary>Called for each bar while a position is held or an order lives, before the strategy speaks.</summary>
    internal void Mark(in Bar bar)
    {
        if (trade.Held == 0)
        {
            return;
        }

        desk.BarsHeld++;
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        bestPrice = trade.Side == Side.Long ? Math.Max(bestPrice, high) : Math.Min(bestPrice, low);
        trade.Mark(low, high);
    }

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

    /// <summary>The order with a number; null when it is not of this seat.</summary>
    internal Order? Find(long id) => id > 0 ? orders.Find(id) : null;

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
        core.CountFill(in report, null, past.Side);
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
        core.CountFill(in fill, order, order.Side);
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
    private void Settle()
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
        else if (core.Account.Halt != HaltKind.None)
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

        core.Book(in booked);
    }

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

    private void Consider(in Intent wish, long price)
    {
        if (wish.Kind == WishKind.Flat)
        {
            Close(ExitReason.Signal);
            return;
        }

        var side = wish.Kind == WishKind.Long ? Side.Long : Side.Short;
        if (trade.Held > 0 ? trade.Side == side : entry.IsLive && entry.Side == side)
        {
            return;
        }

        if (IsIdle)
        {
            TryEnter(in wish, price, isNew: true);
        }
        else if (!IsClosing)
        {
            TurnRound(in wish);
        }
    }

    private void TurnRound(in Intent wish)
    {
        var turns = exits.ReverseConfidence is not { } enough || wish.Confidence > enough;
        if (!turns && exits.ExitConfidence is { } least && !(wish.Confidence >= least))
        {
            return;
        }

        Close(ExitReason.Signal);
        if (turns)
        {
            core.CountSignal();
            turning = wish;
        }
    }

    private void TryEnter(in Intent wish, long price, bool isNew)
    {
        if (!core.MayEnter || !stops.IsReady)
        {
            return;
        }

        if (isNew)
        {
            core.CountSignal();
        }

        var side = wish.Kind == WishKind.Long ? Side.Long : Side.Short;
        var distance = wish.StopTicks > 0 ? wish.StopTicks : stops.StopDistance(side, price);
        var aim = wish.TargetTicks > 0 ? wish.TargetTicks : stops.TargetDistance(distance);
        var lots = core.Review(this, in wish, side, price, distance, aim);
        if (lots == 0)
        {
            return;
        }

        (approved, stopDistance, targetDistance) = (wish, distance, aim);
        (approvedLots, refused, isDoubtTold) = (lots, ExitReason.None, false);
        var limit = price + ((int)side * entries.Through);
        orders.Submit(entry, entries.Type, side, lots, entries.Type == OrderType.Limit ? limit : 0, 0);
        core.Account.CountEntry();
        core.CheckAcceptance();
        ShowDesk();
    }

    private Side Opposite => trade.Side == Side.Long ? Side.Short : Side.Long;

    private long TargetPrice => AverageEntry(up: trade.Side == Side.Short) + ((int)trade.Side * targetDistance);

    /// <summary>The worse of the stop's price that is wanted and the one that the venue has.</summary>
    private long WorstStop =>
        !ProtectionCheck.IsOnItsWay(stop, Position) ? stopPrice
        : trade.Side == Side.Long ? Math.Min(stopPrice, stop.ConfirmedStop)
        : Math.Max(stopPrice, stop.ConfirmedStop);

    private void ShowDesk()
    {
        desk.Position = Position;
        desk.IsFlat = IsIdle;
    }
}

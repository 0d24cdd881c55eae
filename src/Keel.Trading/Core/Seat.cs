using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
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
    private readonly Order entry = new() { Purpose = OrderPurpose.Entry };
    private readonly Order stop = new() { Purpose = OrderPurpose.Stop };
    private readonly Order target = new() { Purpose = OrderPurpose.Target };
    private readonly Order exit = new() { Purpose = OrderPurpose.Exit };
    private OpenTrade trade;
    private Intent approved;
    private Intent turning;
    private long stopDistance;
    private long targetDistance;
    private long stopPrice;
    private long bestPrice;
    private long unprotectedSince = long.MaxValue;
    private long idleSince = long.MinValue;
    private ExitReason closing;
    private bool closesPassively;
    private bool isTightened;

    internal Seat(TradingCore core, int index, Strategy strategy, TradingSetup setup)
    {
        (this.core, Index, this.strategy, exits, entries) = (core, index, strategy, setup.Exits, setup.Entries);
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
    internal bool IsIdle => trade.Held == 0 && !entry.IsLive && !stop.IsLive && !target.IsLive && !exit.IsLive;

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
        var atStop = tickValue * (trade.PointsAt(stopPrice) - (slip * (long)trade.Held));
        return reserved + Math.Max(0, -(atStop - (feePerSide * trade.Held)));
    }

    /// <summary>What one lot loses at worst from its entry to its stop, in units of money.</summary>
    internal static long WorstOfOne(long distance, long tickValue, long feePerSide, Reserve reserve) =>
        ((distance + reserve.Entry + reserve.Stop) * tickValue) + (2 * feePerSide);

    /// <summary>A bar of the strategy has closed: the position is marked, then the strategy may speak.</summary>
    internal void OnBar(in Bar bar, long now)
    {
        stops.Update(in bar);
        if (trade.Held > 0)
        {
            desk.BarsHeld++;
        }

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

        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        bestPrice = trade.Side == Side.Long ? Math.Max(bestPrice, high) : Math.Min(bestPrice, low);
        trade.Mark(low, high);
    }

    /// <summary>What the position's own rules ask for at a close: its time, a stop that moves.</summary>
    internal void Tend(long price, long now)
    {
        if (trade.Held == 0 || IsClosing)
        {
            if (trade.Held > 0 && !exit.IsLive)
            {
                SendExit();
            }

            return;
        }

        if (unprotectedSince != long.MaxValue && now - unprotectedSince >= core.AnswerTime)
        {
            Close(ExitReason.Risk);
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
        Cancel(entry);
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
            Cancel(exit);
        }

        SendExit();
    }

    /// <summary>The order with a number; null when it is not of this seat.</summary>
    internal Order? Find(long id) =>
        entry.Id == id ? entry
        : stop.Id == id ? stop
        : target.Id == id ? target
        : exit.Id == id ? exit
        : null;

    /// <summary>A venue's statement about one of the seat's orders.</summary>
    internal void On(Order order, in VenueReport report)
    {
        var happened = report.Kind switch
        {
            ReportKind.Accepted => OrderEvent.Accepted,
            ReportKind.Filled => order.Filled + report.Lots >= order.Lots ? OrderEvent.Filled : OrderEvent.PartFilled,
            ReportKind.Changed => OrderEvent.Changed,
            ReportKind.ChangeRefused => OrderEvent.ChangeRefused,
            ReportKind.Cancelled => OrderEvent.Cancelled,
            ReportKind.CancelRefused => OrderEvent.CancelRefused,
            ReportKind.Rejected => OrderEvent.Rejected,
            _ => throw new FaultException($"the venue said {report.Kind} of order {order.Id}"),
        };
        var before = order.State;
        if (!order.TryApply(happened))
        {
            throw new FaultException($"{happened} cannot happen to order {order.Id} ({order.Purpose}), which is {before}");
        }

        if (report.Kind == ReportKind.Filled)
        {
            OnFill(order, in report);
        }
        else if (order.State is OrderState.Rejected or OrderState.Cancelled && before != order.State)
        {
            OnGone(order, report.Kind == ReportKind.Rejected);
        }

        Settle(report.At);
    }

    private void OnFill(Order order, in VenueReport fill)
    {
        if (fill.Lots <= 0 || order.Filled + fill.Lots > order.Lots)
        {
            throw new FaultException($"order {order.Id} was for {order.Lots} lots and filled {order.Filled} + {fill.Lots}");
        }

        order.Filled += fill.Lots;
        if (trade.Held == 0 || order.Side == trade.Side)
        {
            Enter(order, in fill);
        }
        else if (fill.Lots <= trade.Held)
        {
            trade.Leave(in fill, order.Purpose);
        }
        else
        {
            Overfill(order, fill);
        }
    }

    private void Enter(Order order, in VenueReport fill)
    {
        if (trade.Held == 0)
        {
            trade = new OpenTrade { Confidence = approved.Confidence, PredictedClass = approved.PredictedClass };
            desk.BarsHeld = 0;
            bestPrice = fill.Price;
            isTightened = false;
        }

        trade.Enter(in fill, order.Side);
        trade.Risk += (long)fill.Lots * core.WorstOfOne(stopDistance);
        stopPrice = (trade.EntryTicks / trade.Turned) - ((int)trade.Side * stopDistance);
        if (order.Purpose != OrderPurpose.Entry)
        {
            // Both legs traded: what stands now is a position that nobody wanted.
            Close(ExitReason.Risk);
        }
    }

    /// <summary>More went out than was held: what was held is booked, the rest is a position the other way that nobody wanted.</summary>
    private void Overfill(Order order, VenueReport fill)
    {
        var (lots, fee) = (fill.Lots, fill.Fee);
        var held = trade.Held;
        fill.Lots = held;
        fill.Fee = fee * held / lots;
        trade.Leave(in fill, order.Purpose);
        Book(order, fill.At);
        fill.Lots = lots - held;
        fill.Fee = fee - fill.Fee;
        Enter(order, in fill);
    }

    private void OnGone(Order order, bool refused)
    {
        if (order.Purpose == OrderPurpose.Stop && trade.Held > 0 && !IsClosing)
        {
            // The venue does not want the stop: the price may be beyond it, and then the stop is hit.
            Close(refused ? ExitReason.Stop : ExitReason.Risk);
        }
    }

    /// <summary>Brings orders and position together after a report.</summary>
    private void Settle(long at)
    {
        if (trade.Held == 0)
        {
            if (trade.Turned > 0)
            {
                var by =
                    stop.State == OrderState.Filled ? stop
                    : target.State == OrderState.Filled ? target
                    : exit;
                Book(by, at);
            }

            Cancel(stop);
            Cancel(target);
            Cancel(exit);
        }
        else if (IsClosing)
        {
            if (!exit.IsLive)
            {
                SendExit();
            }

            Fit(stop);
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

        unprotectedSince =
            trade.Held == 0 || (stop.IsConfirmed && stop.Open == trade.Held) ? long.MaxValue
            : unprotectedSince == long.MaxValue ? core.Now
            : unprotectedSince;
        ShowDesk();
        if (turning.Kind != WishKind.None && IsIdle)
        {
            var wish = turning;
            turning.Kind = WishKind.None;
            TryEnter(in wish, core.LastPrice, isNew: false);
        }
    }

    private void Book(Order by, long at)
    {
        var reason = by.Purpose switch
        {
            OrderPurpose.Stop => ExitReason.Stop,
            OrderPurpose.Target => ExitReason.Target,
            OrderPurpose.Exit or OrderPurpose.Entry => IsClosing ? closing : ExitReason.Liquidation,
            _ => throw new FaultException($"a trade cannot end by {by.Purpose}"),
        };
        var booked = trade.Close(Index, core.TickValue, at, reason);
        trade = default;
        closing = ExitReason.None;
        idleSince = at;
        core.Book(in booked);
    }

    private void Protect()
    {
        if (!stop.IsLive)
        {
            Submit(stop, OrderType.Stop, Opposite, trade.Held, 0, stopPrice);
        }
        else
        {
            Fit(stop);
        }

        if (targetDistance == 0)
        {
            return;
        }

        if (!target.IsLive && target.State != OrderState.Rejected)
        {
            var price = (trade.EntryTicks / trade.Turned) + ((int)trade.Side * targetDistance);
            Submit(target, OrderType.Limit, Opposite, trade.Held, price, 0);
        }
        else
        {
            Fit(target);
        }
    }

    /// <summary>An order that closes is for the lots that are held.</summary>
    private void Fit(Order order)
    {
        if (order.IsLive && order.Open != trade.Held && order.State is not (OrderState.Cancelling or OrderState.Unknown))
        {
            order.Lots = order.Filled + trade.Held;
            Change(order);
        }
    }

    private void SendExit()
    {
        if (trade.Held == 0 || exit.IsLive)
        {
            Fit(exit);
            return;
        }

        Cancel(target);
        if (closesPassively)
        {
            Submit(exit, OrderType.Limit, Opposite, trade.Held, core.LastPrice, 0);
        }
        else
        {
            Submit(exit, OrderType.Market, Opposite, trade.Held, 0, 0);
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
            stop.Stop = better;
            Change(stop);
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
            if (IsIdle)
            {
                TryEnter(in wish, core.LastPrice, isNew: false);
            }
            else
            {
                turning = wish;
            }
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
        var limit = price + ((int)side * entries.Through);
        Submit(entry, entries.Type, side, lots, entries.Type == OrderType.Limit ? limit : 0, 0);
        core.Account.CountEntry();
        ShowDesk();
    }

    private Side Opposite => trade.Side == Side.Long ? Side.Short : Side.Long;

    private void Submit(Order order, OrderType type, Side side, int lots, long limit, long stopAt)
    {
        order.Id = core.NextOrderId();
        (order.Type, order.Side, order.Lots, order.Filled) = (type, side, lots, 0);
        (order.Limit, order.Stop, order.State, order.AskedAt) = (limit, stopAt, OrderState.Sent, core.Now);
        Write(CommandKind.Submit, order);
    }

    private void Change(Order order)
    {
        if (!order.TryApply(OrderEvent.ChangeAsked))
        {
            throw new FaultException($"order {order.Id} is {order.State} and cannot be changed");
        }

        order.AskedAt = core.Now;
        Write(CommandKind.Change, order);
    }

    private void Cancel(Order order)
    {
        if (order.IsLive && order.State != OrderState.Cancelling && order.TryApply(OrderEvent.CancelAsked))
        {
            order.AskedAt = core.Now;
            Write(CommandKind.Cancel, order);
        }
    }

    private void Write(CommandKind kind, Order order)
    {
        ref var command = ref core.Commands.Add();
        (command.Kind, command.Purpose, command.Type, command.Side) = (kind, order.Purpose, order.Type, order.Side);
        (command.Seat, command.Lots, command.OrderId) = (Index, order.Lots, order.Id);
        (command.Limit, command.Stop) = (order.Limit, order.Stop);
        core.Expose();
    }

    private void ShowDesk()
    {
        desk.Position = Position;
        desk.IsFlat = IsIdle;
    }
}

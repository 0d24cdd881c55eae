using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

/// <summary>
/// A strategy's place at the core: its position, its four orders, and the desk that keeps stop and target consistent with what is really
/// filled. An approved intent becomes an entry; its fill brings stop and target; one ends the other; a reversal closes first.
/// </summary>
public sealed partial class Seat
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
        stops = new StopFinder(setup.Exits, setup.Instrument, setup.StrategyBarLength);
    }

    /// <summary>The class of its strategy.</summary>
    public Type StrategyType => strategy.GetType();

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

    /// <summary>Whether nothing is held and an order is left that nobody has ended (Q09).</summary>
    internal bool HasOrphan => trade.Held == 0 && orders.HasUnendedExit;

    /// <summary>Lots that risk allowed for the present entry.</summary>
    internal int ApprovedLots => approvedLots;

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

    /// <summary>The order with a number; null when it is not of this seat.</summary>
    internal Order? Find(long id) => id > 0 ? orders.Find(id) : null;

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

    private void ShowDesk()
    {
        desk.Position = Position;
        desk.IsFlat = IsIdle;
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Sizing;
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
    private readonly BarJoiner? joiner;
    private readonly KellyEstimate? kelly;
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
    private long heldSince;
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

    internal Seat(TradingCore core, int index, SeatPlan plan, SeatBudget? budget, bool countsByKelly)
    {
        var setup = core.Setup;
        (this.core, Index, strategy, Budget) = (core, index, plan.Strategy, budget);
        (exits, entries) = (plan.Exits ?? setup.Exits, plan.Entries ?? setup.Entries);
        orders = new OrderDesk(core, index);
        (entry, stop, target, exit) = (orders.Entry, orders.Stop, orders.Target, orders.Exit);
        desk = new StrategyDesk(setup.Instrument);
        var isOwnGrid = plan.Bars is not null;
        stops = new StopFinder(exits, setup.Instrument, isOwnGrid ? plan.BarLength : setup.StrategyBarLength);
        joiner = (plan.Bars ?? setup.StrategyBars) is { } grid ? new BarJoiner(grid(), core.BarLength) : null;
        kelly = countsByKelly ? new KellyEstimate() : null;
    }

    /// <summary>How many bars its strategy has been shown.</summary>
    public long BarCount => desk.BarCount;

    /// <summary>The class of its strategy.</summary>
    public Type StrategyType => strategy.GetType();

    /// <summary>Its place, counted from 0.</summary>
    public int Index { get; }

    /// <summary>The account of its own budget; null where it lives on the pool's alone.</summary>
    public RiskAccount? Account => Budget?.Account;

    /// <summary>The controls of its own budget, with what they have refused.</summary>
    public IReadOnlyList<EntryControl> Controls => Budget?.Review.Controls ?? [];

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

    /// <summary>Its own account and controls; null where it lives on the pool's alone.</summary>
    internal SeatBudget? Budget { get; }

    /// <summary>Whether trading is stopped, for all or for this seat.</summary>
    internal bool IsHalted => core.Account.Halt != HaltKind.None || Budget is { Account.Halt: not HaltKind.None };

    /// <summary>Kelly's fraction of its closed trades; NaN while there are too few, or where nobody asks.</summary>
    internal double KellyFraction => kelly?.Fraction ?? double.NaN;

    /// <summary>With which order its positions begin.</summary>
    internal EntryOrders Entries => entries;

    /// <summary>Whether its bars are longer than those of the input.</summary>
    internal bool JoinsBars => joiner is not null;

    /// <summary>When the bar that it will be shown next ends, in nanoseconds; the largest number where no bars are joined for it.</summary>
    internal long BarEnds => joiner?.Ends ?? long.MaxValue;

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
        trade.Held > 0 && exits.Time is { } time && !IsClosing ? heldSince + time.Nanoseconds : long.MaxValue;

    /// <summary>Open profit less fees so far and the fee of closing, in units of money.</summary>
    internal long OpenNet(long price, long tickValue, long feePerSide) =>
        trade.Turned == 0 ? 0 : (tickValue * trade.PointsAt(price)) - trade.Fees - (feePerSide * trade.Held);

    /// <summary>Open profit at a price as the venue counts it: what has been paid for it and what closing will cost are not in it.</summary>
    internal long OpenGross(long price, long tickValue) => tickValue * trade.PointsAt(price);

    /// <summary>The worst case still open: of the position to its stop and of a working entry, in units of money.</summary>
    internal long Reserved(long tickValue, long feePerSide, Reserve reserve) =>
        ((long)WorkingEntry * WorstOfOne(stopDistance, tickValue, feePerSide, reserve))
        + ReservedForHeld(tickValue, feePerSide, reserve);

    /// <summary>What the position loses at its stop, in units of money; what it has cost already is lost and not reserved (catalogue B1).</summary>
    internal long ReservedForHeld(long tickValue, long feePerSide, Reserve reserve)
    {
        if (trade.Held == 0)
        {
            return 0;
        }

        var slip = reserve.Stop + (unprotectedSince == long.MaxValue ? 0 : Reserve.Unconfirmed);
        var atStop = tickValue * (trade.PointsAt(WorstStop) - (slip * (long)trade.Held));
        return Math.Max(0, -(atStop - (feePerSide * trade.Held)));
    }

    /// <summary>What the open trade has moved in cash, lots held valued at a price of zero, in units of money.</summary>
    internal long OpenFlow(long tickValue) => (tickValue * trade.PointsAt(0)) - trade.Fees;

    /// <summary>What one lot loses at worst from its entry to its stop, in units of money.</summary>
    internal static long WorstOfOne(long distance, long tickValue, long feePerSide, Reserve reserve) =>
        ((distance + reserve.Entry + reserve.Stop) * tickValue) + (2 * feePerSide);

    /// <summary>A bar of the input has closed; where the strategy's own are longer, it may still be under way.</summary>
    internal void Take(in Bar bar, long now)
    {
        if (joiner is null)
        {
            OnBar(in bar, now);
        }
        else if (joiner.Add(in bar, out var joined))
        {
            OnBar(in joined, now);
        }
    }

    /// <summary>It is so late: a bar under way may be over.</summary>
    internal void FinishBar(long now)
    {
        if (joiner is not null && joiner.TryFinish(now, out var joined))
        {
            OnBar(in joined, now);
        }
    }

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
        Budget?.Account.CountEntry();
        core.CheckAcceptance(Index);
        ShowDesk();
    }

    private void ShowDesk()
    {
        desk.Position = Position;
        desk.IsFlat = IsIdle;
    }
}

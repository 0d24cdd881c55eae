using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Conditions;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using Keel.Trading.Sizing;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

/// <summary>
/// The engine: inputs go in, commands and notices come out, and the same inputs always give the same outputs. One thread, no clock, no
/// files, no randomness, nothing allocated for an event. Whether prices are stored, simulated or live, it cannot know.
/// </summary>
public sealed partial class TradingCore
{
    private readonly TradingSetup setup;
    private readonly TradingNotices notices;
    private readonly DayClock entryClock;
    private readonly DayClock exitClock;
    private readonly Seat[] seats;
    private readonly EntryReview review;
    private readonly MarketConditions? conditions;
    private readonly NewYorkMinute minutes = new();
    private readonly EntryProposal proposal = new();
    private readonly SendGate gate;
    private readonly Crossing? crossing;
    private readonly PropWatch? prop;
    private readonly MarginControl? margin;
    private readonly VolatilityEstimate? volatility;
    private readonly bool hasBudgets;
    private readonly bool joinsBars;
    private readonly bool measures;
    private readonly bool feeFollowsPrice;
    private readonly SeenFills seen = new();
    private readonly SlippageWatch slippage = new();
    private readonly RejectStreak rejects;
    private readonly long barLength;
    private readonly long foresight;
    private readonly long answerTime;
    private CashBook cash;
    private PositionBook lotsHeld;
    private int feeDay = int.MinValue;
    private int firstCommand = -1;
    private EntryPause entryPause = new();
    private long lastOrderId;
    private long lastExitAt = long.MinValue;
    private long lastExitPrice;
    private long nextChange = long.MinValue;
    private readonly bool ownHoursOnly;
    private bool hasBars;
    private bool isExposed;
    private bool isExcessTold;
    private bool isFaulting;

    /// <summary>A core for strategies that share one market, one risk account and all else.</summary>
    public TradingCore(TradingSetup setup, TradingNotices notices, RiskAccount account, params IReadOnlyList<Strategy> strategies)
        : this(setup, notices, account, [.. strategies.Select(strategy => new SeatPlan(strategy))]) { }

    /// <summary>A core for strategies that share one market and one pool, each with exits, bars and a budget of its own where its plan says so.</summary>
    public TradingCore(TradingSetup setup, TradingNotices notices, RiskAccount pool, IReadOnlyList<SeatPlan> plans)
    {
        (this.setup, this.notices, Account) = (setup, notices, pool);
        barLength = setup.BarLength.Nanoseconds;
        foresight = Math.Max(setup.Foresight.Nanoseconds - 1, 0);
        answerTime = setup.AnswerTime.Nanoseconds;
        TickValue = Money.From(setup.Instrument.TickValue).Units;
        cash = new CashBook(TickValue);
        rejects = new RejectStreak(setup.InFlight);
        entryClock = new DayClock(setup.Plans);
        exitClock = new DayClock(setup.Plans);
        review = new EntryReview(setup.Controls(pool));
        conditions = review.Watches;
        margin = review.Find<MarginControl>();
        feeFollowsPrice = setup.Fees.DependsOnPrice;
        seats = new Seat[plans.Count];
        for (var i = 0; i < seats.Length; i++)
        {
            seats[i] = NewSeat(i, plans[i]);
        }

        volatility = CountsByVolatility() ? new VolatilityEstimate(setup.Instrument, setup.BarLength) : null;
        measures = conditions is not null || volatility is not null;
        joinsBars = Array.Exists(seats, seat => seat.JoinsBars);
        crossing = seats.Length > 1 ? new Crossing(this) : null;
        prop = review.Find<PropControl>() is { } firm ? new PropWatch(this, firm.Account) : null;
        hasBudgets = Array.Exists(seats, seat => seat.Budget is not null);
        Invariants = new Invariants(this);
        gate = new SendGate(this);
        ownHoursOnly = setup.OwnHoursOnly;
    }

    /// <summary>What the core asks of the venue since the buffer was last cleared.</summary>
    public CommandBuffer Commands { get; } = new();

    /// <summary>The account whose limits hold.</summary>
    public RiskAccount Account { get; }

    /// <summary>The strategies' places.</summary>
    public IReadOnlyList<Seat> Seats => seats;

    /// <summary>The controls that entries pass, with what they have refused.</summary>
    public IReadOnlyList<EntryControl> Controls => review.Controls;

    /// <summary>How many wishes to enter there were while entries were open.</summary>
    public long SignalCount { get; private set; }

    /// <summary>The class of the first strategy.</summary>
    public Type StrategyType => seats[0].StrategyType;

    /// <summary>How many bars of the input the strategies could see.</summary>
    public long ShownBars { get; private set; }

    /// <summary>When the first of them opened.</summary>
    public Timestamp FirstShown { get; private set; }

    /// <summary>When the last of them opened.</summary>
    public Timestamp LastShown { get; private set; }

    /// <summary>The present instant, in nanoseconds.</summary>
    public long Now { get; private set; } = long.MinValue;

    /// <summary>The next instant at which the core wants to be told the time, whatever happens; in nanoseconds.</summary>
    public long NextWake { get; private set; } = long.MinValue;

    /// <summary>The last price, in ticks.</summary>
    public long LastPrice { get; private set; }

    /// <summary>How many fills the venue said more than once; each was booked once.</summary>
    public long RepeatedFills => seen.Repeated;

    /// <summary>How many statements about orders came too late to be news.</summary>
    public long StaleReports { get; internal set; }

    /// <summary>How many entries the core's own last look has stopped, after every control had passed them.</summary>
    public long StoppedAtGate => gate.Refused;

    /// <summary>Our own mistakes so far; each has closed everything and asked for a person.</summary>
    public int FaultCount { get; private set; }

    /// <summary>What the last of them was.</summary>
    public string? LastFault { get; private set; }

    /// <summary>The present trading day, in days since 1970-01-01.</summary>
    public int Day => Account.State.Day;

    internal long TickValue { get; }

    internal long FeePerSide { get; private set; }

    internal long BarLength => barLength;

    internal long AnswerTime => answerTime;

    /// <summary>By how much a fill's time may lie before its order was sent: a clock's error, and a bar's length where times are those of bars.</summary>
    internal long TimeTolerance => Timestamp.NanosecondsPerSecond + barLength;

    internal Invariants Invariants { get; }

    internal InFlightRules Rules => setup.InFlight;

    internal PastOrders Past { get; } = new();

    internal ref CashBook Cash => ref cash;

    internal ref readonly PositionBook Lots => ref lotsHeld;

    internal long CrossedLots => crossing?.Lots ?? 0;

    internal ref readonly EntryPause EntryPause => ref entryPause;

    internal TradingSetup Setup => setup;

    internal ReadOnlySpan<Seat> AllSeats => seats;

    /// <summary>Moves the clock of leaving alone, so that a test can break what follows from it.</summary>
    internal void MoveExitClock(Timestamp to) => exitClock.MoveTo(to.UnixNanoseconds);

    /// <summary>Whether the hour allows an entry.</summary>
    internal bool MayEnter =>
        (!ownHoursOnly || entryClock.IsInOwnHours)
        && entryClock.Phase < DayPhase.NoEntries
        && entryClock.Window == EntryWindow.Open
        && exitClock.Phase < DayPhase.ExitPassive;

    internal bool EntriesHaveEnded => entryClock.Phase >= DayPhase.NoEntries;

    /// <summary>The day's phase as far as leaving goes.</summary>
    internal DayPhase LeavingPhase => exitClock.Phase;

    /// <summary>A bar has closed.</summary>
    public void Step(in Bar bar)
    {
        // The clock still stands where the bar began.
        var isShown = !ownHoursOnly || entryClock.IsInOwnHours;
        var closes = bar.OpenTime.UnixNanoseconds + barLength;
        Now = closes;
        if (closes >= NextWake)
        {
            KeepTime();
        }

        LastPrice = bar.Close.InTicks;
        if (measures)
        {
            Measure(in bar);
        }

        if (isExposed)
        {
            StepExposed(in bar);
        }

        if (isShown)
        {
            Show(in bar);
        }

        if (isExposed)
        {
            Cross();
            Invariants.Check();
        }
    }

    /// <summary>The venue says something of an order.</summary>
    public void Step(in VenueReport report)
    {
        Now = Math.Max(Now, report.At);
        Take(in report);
        if (Now >= NextWake)
        {
            // The venue's clock has overtaken ours: what is due is due, after what it had to say.
            KeepTime();
        }

        AfterEvent();
    }

    /// <summary>It is so late; nothing else has happened.</summary>
    public void Step(Timestamp clock)
    {
        Now = Math.Max(Now, clock.UnixNanoseconds);
        KeepTime();
        foreach (var seat in seats)
        {
            seat.FinishBar(Now);
        }

        AfterEvent();
    }

    /// <summary>A bar that the strategies may see; they see it joined with others where theirs are longer.</summary>
    private void Show(in Bar bar)
    {
        hasBars = true;
        LastShown = bar.OpenTime;
        if (ShownBars++ == 0)
        {
            FirstShown = LastShown;
        }

        if (joinsBars)
        {
            Join(in bar);
            return;
        }

        foreach (var seat in seats)
        {
            seat.OnBar(in bar, Now);
        }
    }

    /// <summary>A person orders something.</summary>
    public void Step(OperatorOrder order, Timestamp at)
    {
        Now = Math.Max(Now, at.UnixNanoseconds);
        switch (order)
        {
            case OperatorOrder.Flatten:
                Flatten(ExitReason.Kill);
                break;
            case OperatorOrder.Halt:
                Halt(HaltKind.Review, Reasons.Operator);
                break;
            case OperatorOrder.Resume:
                Resume();
                AfterEvent();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order, "no such order");
        }
    }

    /// <summary>A person, or the host, wants everything closed.</summary>
    public void Flatten(ExitReason reason)
    {
        CloseAll(reason);
        AfterEvent();
    }

    /// <summary>Stops trading and closes everything; exits always go.</summary>
    public void Halt(HaltKind kind, string reason)
    {
        Account.Stop(kind, reason, Now);
        Flatten(ExitReason.Kill);
    }

    /// <summary>A command leaves: from now on there is something to watch, and an answer to wait for.</summary>
    internal void Sent()
    {
        isExposed = true;
        firstCommand = firstCommand < 0 ? Commands.Count - 1 : firstCommand;
        NextWake = Math.Min(NextWake, Now + answerTime);
    }

    /// <summary>After anything but a bar: money and time may have changed.</summary>
    private void AfterEvent()
    {
        MarkAccount();
        Cross();
        isExposed = false;
        foreach (var seat in seats)
        {
            isExposed |= !seat.IsIdle;
        }

        SetWake();
        Invariants.Check();
    }

    private void SetWake()
    {
        var wake = Math.Min(nextChange, exitClock.NextChange - foresight);
        foreach (var seat in seats)
        {
            wake = Math.Min(wake, Math.Min(seat.NextWake, seat.BarEnds));
        }

        // Whatever was due has been done; what cannot be done yet has set itself a later time.
        NextWake = Math.Max(wake, Now + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void KeepTime()
    {
        var wasOver = Day;
        if (entryClock.MoveTo(Now))
        {
            nextChange = entryClock.NextChange;
            if (entryClock.DayNumber != wasOver)
            {
                BeginDay(entryClock.DayNumber);
            }

            if (feeDay != entryClock.DayNumber)
            {
                // Also where a restart finds the day under way.
                feeDay = entryClock.DayNumber;
                FeePerSide = setup.Fees.Of(feeDay, LastPrice, 1, rested: false);
            }

            if (entryClock.IsInOwnHours)
            {
                BeginSession();
            }

            prop?.Look(LastPrice);
        }

        if (exitClock.MoveTo(Now + foresight))
        {
            Leave(exitClock.Phase);
        }

        foreach (var seat in seats)
        {
            seat.Watch();
            seat.Tend(LastPrice, Now);
        }

        SetWake();
    }

    private void Leave(DayPhase phase)
    {
        if (phase is not (DayPhase.ExitPassive or DayPhase.ExitMarket or DayPhase.CloseByContract or DayPhase.Overdue))
        {
            return;
        }

        foreach (var seat in seats)
        {
            seat.Close(ExitReason.EndOfDay, passively: phase == DayPhase.ExitPassive);
        }
    }
}

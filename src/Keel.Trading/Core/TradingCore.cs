using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;

namespace Keel.Trading.Core;

/// <summary>
/// The engine: inputs go in, commands and notices come out, and the same inputs always give the same outputs. One thread, no clock, no
/// files, no randomness, nothing allocated for an event. Whether prices are stored, simulated or live, it cannot know.
/// </summary>
public sealed class TradingCore
{
    private readonly TradingSetup setup;
    private readonly TradingNotices notices;
    private readonly DayClock entryClock;
    private readonly DayClock exitClock;
    private readonly Seat[] seats;
    private readonly EntryReview review;
    private readonly EntryProposal proposal = new();
    private readonly Invariants invariants;
    private readonly long barLength;
    private readonly long foresight;
    private long lastOrderId;
    private long lastTradeId;
    private long nextChange = long.MinValue;
    private bool isExposed;

    /// <summary>A core for strategies that share one market and one risk account.</summary>
    public TradingCore(TradingSetup setup, TradingNotices notices, RiskAccount account, params IReadOnlyList<Strategy> strategies)
    {
        (this.setup, this.notices, Account) = (setup, notices, account);
        barLength = setup.BarLength.Nanoseconds;
        foresight = Math.Max(setup.Foresight.Nanoseconds - 1, 0);
        TickValue = Money.From(setup.Instrument.TickValue).Units;
        var plans = setup.Plans;
        entryClock = new DayClock(plans);
        exitClock = new DayClock(plans);
        seats = new Seat[strategies.Count];
        for (var i = 0; i < seats.Length; i++)
        {
            seats[i] = new Seat(this, i, strategies[i], setup);
        }

        review = new EntryReview(setup.Controls(account));
        invariants = new Invariants(this);
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

    /// <summary>The present instant, in nanoseconds.</summary>
    public long Now { get; private set; } = long.MinValue;

    /// <summary>The next instant at which the core wants to be told the time, whatever happens; in nanoseconds.</summary>
    public long NextWake { get; private set; } = long.MinValue;

    /// <summary>The last price, in ticks.</summary>
    public long LastPrice { get; private set; }

    /// <summary>The present trading day, in days since 1970-01-01.</summary>
    public int Day => Account.State.Day;

    internal long TickValue { get; }

    internal long FeePerSide { get; private set; }

    internal long BarLength => barLength;

    internal long AnswerTime => setup.AnswerTime.Nanoseconds;

    internal TradingSetup Setup => setup;

    internal ReadOnlySpan<Seat> AllSeats => seats;

    /// <summary>Whether the hour allows an entry.</summary>
    internal bool MayEnter =>
        entryClock.Phase < DayPhase.NoEntries && entryClock.Window == EntryWindow.Open && exitClock.Phase < DayPhase.ExitPassive;

    internal bool EntriesHaveEnded => entryClock.Phase >= DayPhase.NoEntries;

    /// <summary>The day's phase as far as leaving goes.</summary>
    internal DayPhase LeavingPhase => exitClock.Phase;

    /// <summary>A bar has closed.</summary>
    public void Step(in Bar bar)
    {
        var closes = bar.OpenTime.UnixNanoseconds + barLength;
        Now = closes;
        if (closes >= NextWake)
        {
            KeepTime();
        }

        LastPrice = bar.Close.InTicks;
        if (isExposed)
        {
            StepExposed(in bar);
        }

        foreach (var seat in seats)
        {
            seat.OnBar(in bar, closes);
        }

        if (isExposed)
        {
            invariants.Check();
        }
    }

    /// <summary>The venue says something of an order.</summary>
    public void Step(in VenueReport report)
    {
        Now = Math.Max(Now, report.At);
        if (report.Kind == ReportKind.Filled)
        {
            if (report.TradeId <= lastTradeId)
            {
                return;
            }

            lastTradeId = report.TradeId;
        }

        var (seat, order) = Find(report.OrderId);
        seat.On(order, in report);
        AfterEvent();
    }

    /// <summary>It is so late; nothing else has happened.</summary>
    public void Step(Timestamp clock)
    {
        Now = Math.Max(Now, clock.UnixNanoseconds);
        KeepTime();
        AfterEvent();
    }

    /// <summary>A person, or the host, wants everything closed.</summary>
    public void Flatten(ExitReason reason)
    {
        foreach (var seat in seats)
        {
            seat.Close(reason);
        }

        AfterEvent();
    }

    /// <summary>Stops trading and closes everything; exits always go.</summary>
    public void Halt(HaltKind kind, string reason)
    {
        Account.Stop(kind, reason, Now);
        Flatten(kind == HaltKind.None ? ExitReason.None : ExitReason.Kill);
    }

    /// <summary>Tells the day that is under way to whoever listens; when there will be no more inputs.</summary>
    public void EndDay()
    {
        if (Day != int.MinValue)
        {
            notices.OnDay(Account.Today());
        }
    }

    internal long NextOrderId() => ++lastOrderId;

    internal void CountSignal() => SignalCount++;

    /// <summary>There is something to watch from now on.</summary>
    internal void Expose() => isExposed = true;

    internal long WorstOfOne(long distance) => Seat.WorstOfOne(distance, TickValue, FeePerSide, setup.Reserve);

    internal void Book(in ClosedTrade trade)
    {
        Account.Book(trade.Net.Units, OpenNet(), trade.ExitTime.UnixNanoseconds);
        notices.OnTrade(in trade);
    }

    /// <summary>Reviews an entry; as many lots as every control allows, 0 when one refuses.</summary>
    internal int Review(Seat seat, in Intent wish, Side side, long price, int stopDistance, int targetDistance)
    {
        var p = proposal;
        (p.Seat, p.Side, p.Now, p.Price) = (seat.Index, side, Now, price);
        (p.StopTicks, p.TargetTicks, p.Confidence) = (stopDistance, targetDistance, wish.Confidence);
        (p.TickValue, p.FeePerSide) = (TickValue, FeePerSide);
        p.WorstOfOne = WorstOfOne(stopDistance);
        p.ExpectedLossOfOne = ((stopDistance + (2L * setup.SlippageTicks)) * TickValue) + (2 * FeePerSide);
        (p.OpenReserve, p.OpenLots) = (Reserved(), OpenLots());
        p.HalfSize = entryClock.Phase == DayPhase.HalfSize;
        p.Limit = setup.Entries.Type == OrderType.Limit ? price + ((int)side * setup.Entries.Through) : null;
        (p.Day, p.PredictedClass, p.CoolsUntil) = (Day, wish.PredictedClass, seat.CoolsUntil);
        var verdict = review.Rule(p);
        notices.OnSignal(
            new SignalRecord(
                new Timestamp(Now),
                seat.Index,
                side,
                new Price(price),
                verdict.Lots,
                wish.Confidence,
                verdict.Code,
                verdict.Need,
                verdict.Bound
            )
        );
        return verdict.Lots;
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

    private int OpenLots()
    {
        var lots = 0;
        foreach (var seat in seats)
        {
            lots += Math.Abs(seat.Position) + seat.WorkingEntry;
        }

        return lots;
    }

    private (Seat Seat, Order Order) Find(long orderId)
    {
        foreach (var seat in seats)
        {
            if (seat.Find(orderId) is { } order)
            {
                return (seat, order);
            }
        }

        throw new FaultException($"the venue speaks of order {orderId}, which is not ours");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StepExposed(in Bar bar)
    {
        foreach (var seat in seats)
        {
            seat.Mark(in bar);
        }

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
        if (!Account.Mark(OpenNet(), Now))
        {
            foreach (var seat in seats)
            {
                seat.Close(ExitReason.Risk);
            }
        }
    }

    /// <summary>After anything but a bar: money and time may have changed.</summary>
    private void AfterEvent()
    {
        MarkAccount();
        isExposed = false;
        var wake = Math.Min(nextChange, exitClock.NextChange - foresight);
        foreach (var seat in seats)
        {
            isExposed |= !seat.IsIdle;
            wake = Math.Min(wake, seat.TimeIsUp);
            if (seat.UnprotectedSince != long.MaxValue)
            {
                wake = Math.Min(wake, seat.UnprotectedSince + AnswerTime);
            }
        }

        NextWake = wake;
        invariants.Check();
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

            if (entryClock.IsInOwnHours)
            {
                Account.BeginSession(Now);
            }
        }

        if (exitClock.MoveTo(Now + foresight))
        {
            Leave(exitClock.Phase);
        }

        foreach (var seat in seats)
        {
            seat.Tend(LastPrice, Now);
        }

        AfterTime();
    }

    private void AfterTime()
    {
        var wake = Math.Min(nextChange, exitClock.NextChange - foresight);
        foreach (var seat in seats)
        {
            wake = Math.Min(wake, seat.TimeIsUp);
        }

        NextWake = Math.Max(wake, Now + 1);
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

    private void BeginDay(int day)
    {
        if (Day != int.MinValue)
        {
            notices.OnDay(Account.Today());
        }

        FeePerSide = setup.Fees.Of(day, LastPrice, 1, rested: false);
        Account.BeginDay(day);
    }
}

using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Trading.Risk;

/// <summary>
/// The account to which every limit refers: it starts with the profile's capital and changes by Keel's own net results only. It knows the
/// day, judges equity against its limits, and latches. Strategies that share one share its budget.
/// </summary>
public sealed class RiskAccount
{
    private readonly RiskLimits limits;
    private readonly TradingNotices notices;
    private readonly long capital;
    private RiskState state;
    private long open;
    private long paid;
    private long alarm = long.MinValue;

    /// <summary>An account; with a state it goes on where another left off.</summary>
    public RiskAccount(RiskLimits limits, TradingNotices notices, RiskState? restored = null)
    {
        (this.limits, this.notices) = (limits, notices);
        state = restored ?? NewState(limits.Capital.Units);
        capital = state.Capital;
        SetAlarm();
    }

    /// <summary>The seat whose own account it is, as its events say; null for a pool.</summary>
    public int? Seat { get; internal set; }

    /// <summary>Its limits.</summary>
    public RiskLimits Limits => limits;

    /// <summary>With what it started, in units.</summary>
    public long Capital => capital;

    /// <summary>All that it remembers.</summary>
    public RiskState State => state;

    /// <summary>Equity in units: capital, realised and open profit, less what closing would cost.</summary>
    public long Equity => capital + state.Realised + open;

    /// <summary>Equity without open positions, in units; what these have cost so far is gone.</summary>
    public long Balance => capital + state.Realised - paid;

    /// <summary>What today has lost net so far, costs of open trades included, never below zero; gains of the day do not enlarge a budget.</summary>
    public long LostToday => Math.Max(0, paid - state.RealisedToday);

    /// <summary>Today's loss limit in units; the largest number where there is none.</summary>
    public long DailyLimit { get; private set; } = long.MaxValue;

    /// <summary>How far trading is stopped.</summary>
    public HaltKind Halt => state.Halt;

    /// <summary>Whether a pause covers an instant; its last instant belongs to it.</summary>
    public bool IsPausedAt(long now) => now <= state.PauseUntil;

    /// <summary>Whether a control has put entries on hold for an instant; its last instant belongs to it.</summary>
    public bool IsOnHoldAt(long now) => now <= state.HoldUntil;

    /// <summary>A control puts entries on hold, to the end of the trading day at most; a shorter hold never replaces a longer one.</summary>
    public void Hold(string reason, long now, long until, decimal need, decimal bound)
    {
        if (until <= state.HoldUntil)
        {
            return;
        }

        (state.HoldUntil, state.HoldReason) = (until, reason);
        Timestamp? ends = until == long.MaxValue ? null : new Timestamp(until);
        Tell(now, reason, "pause", need, bound, ends);
    }

    /// <summary>A trading day begins: budgets are new, streaks and pauses end.</summary>
    public void BeginDay(int day)
    {
        if (day <= state.Day)
        {
            // A clock that went back never refills a budget.
            return;
        }

        var equity = Equity;
        if (state.Day == int.MinValue || WeekOf(day) != WeekOf(state.Day))
        {
            state.WeekStart = equity;
        }

        state.Day = day;
        state.DayStart = state.DayHigh = state.DayLow = equity;
        state.RealisedToday = state.LowestRealisedToday = 0;
        state.TradesToday = state.EntriesToday = state.LossesToday = state.Streak = 0;
        state.PauseUntil = state.HoldUntil = long.MinValue;
        state.HoldReason = null;

        // A trade may have been booked since the last mark; the highest equity misses nothing.
        state.EverHigh = Math.Max(state.EverHigh, equity);
        SetAlarm();
    }

    /// <summary>What the day brought so far.</summary>
    public DayResult Today() =>
        new(
            state.Day,
            new Money(Equity - state.DayStart),
            new Money(state.RealisedToday),
            state.TradesToday,
            new Money(state.DayLow - state.DayStart)
        )
        {
            LowestRealised = new Money(state.LowestRealisedToday),
        };

    /// <summary>The profile's first session of a day has begun: a halt of an earlier day ends.</summary>
    public void BeginSession(long now)
    {
        if (state.Halt == HaltKind.Day && state.Day > state.HaltDay)
        {
            Tell(now, state.HaltReason!, "resume", 0, 0, null);
            (state.Halt, state.HaltReason) = (HaltKind.None, null);
        }
    }

    /// <summary>Open profit less the cost of closing, in units; false when equity has reached a limit and everything must be closed.</summary>
    public bool Mark(long openNet, long now)
    {
        open = openNet;
        var equity = Equity;
        if (equity > state.DayHigh)
        {
            state.DayHigh = equity;
            state.EverHigh = Math.Max(state.EverHigh, equity);
            SetAlarm();
        }
        else if (equity < state.DayLow)
        {
            state.DayLow = equity;
        }

        return equity > alarm || Breach(equity, now);
    }

    /// <summary>An entry leaves.</summary>
    public void CountEntry() => state.EntriesToday++;

    /// <summary>A fill of a trade that is still open has cost a fee, in units: it is realised at once, and not reserved any more.</summary>
    public void Pay(long fee) => paid += fee;

    /// <summary>A trade has closed with a net result, and so much open profit is left, in units; its exit's time starts a pause where losses have come in a row.</summary>
    public void Book(long net, long openNet, long exitAt)
    {
        open = openNet;
        state.Realised += net;
        state.RealisedToday += net;
        state.LowestRealisedToday = Math.Min(state.LowestRealisedToday, state.RealisedToday);
        state.TradesToday++;
        if (net >= 0)
        {
            state.Streak = 0;
            return;
        }

        state.LossesToday++;
        state.Streak++;
        PauseAfterLoss(exitAt);
    }

    /// <summary>Stops trading; a weaker halt never replaces a stronger one.</summary>
    public void Stop(HaltKind kind, string reason, long now, decimal need = 0, decimal bound = 0)
    {
        if (kind <= state.Halt)
        {
            return;
        }

        (state.Halt, state.HaltReason, state.HaltDay) = (kind, reason, state.Day);
        var what = kind switch
        {
            HaltKind.Day => "halt-day",
            HaltKind.Review => "halt-review",
            HaltKind.ForGood => "halt-for-good",
            HaltKind.None => throw new ArgumentOutOfRangeException(nameof(kind), "a stop stops"),
        };
        Tell(now, reason, what, need, bound, null);
    }

    /// <summary>A person has looked and gives a reason: ends a review, and nothing stronger; false when it may not.</summary>
    public bool Resume(long now)
    {
        if (state.Halt != HaltKind.Review)
        {
            return false;
        }

        var reason = state.HaltReason!;
        Tell(now, reason, "resume", 0, 0, null);
        (state.Halt, state.HaltReason) = (HaltKind.None, null);

        // Whoever has looked accepts the loss that stopped the account, and no other: a resume must not refill a budget that it is not about.
        if (reason == Reasons.Review)
        {
            state.EverHigh = Equity;
        }
        else if (reason == Reasons.WeeklyLoss)
        {
            state.WeekStart = Equity;
        }

        // A weaker halt may have been reached as well, and was not needed while the stronger one held.
        SetAlarm();
        _ = Equity > alarm || Breach(Equity, now);
        return true;
    }

    private static RiskState NewState(long capital) =>
        RiskState.New with
        {
            Capital = capital,
            EverHigh = capital,
            WeekStart = capital,
            DayStart = capital,
            DayHigh = capital,
            DayLow = capital,
        };

    // Days are counted from a Thursday, weeks from a Monday; futures' Sunday evening already counts to Monday.
    private static int WeekOf(int day) => (int)Math.Floor((day + 3) / 7.0);

    private void PauseAfterLoss(long exitAt)
    {
        var streaks = limits.Streaks;
        for (var i = streaks.Count - 1; i >= 0; i--)
        {
            var isLast = i == streaks.Count - 1;
            if (state.Streak == streaks[i].Losses || (isLast && state.Streak > streaks[i].Losses))
            {
                state.PauseUntil = exitAt + streaks[i].Pause.Nanoseconds;
                Tell(exitAt, Reasons.Pause, "pause", state.Streak, streaks[i].Losses, new Timestamp(state.PauseUntil));
                return;
            }
        }
    }

    /// <summary>The equity at which the next limit is reached; exactly the amount counts as reached.</summary>
    private void SetAlarm()
    {
        var dayStart = new Money(state.DayStart);
        alarm = long.MinValue;
        DailyLimit = long.MaxValue;
        if (limits.DailyLoss is { } daily)
        {
            DailyLimit = daily.At(dayStart).Units;
            alarm = Math.Max(alarm, state.DayStart - DailyLimit);
        }

        if (limits.DailyDrawdown is { } fall)
        {
            alarm = Math.Max(alarm, state.DayHigh - fall.At(dayStart).Units);
        }

        if (GiveBackFloor is { } kept)
        {
            alarm = Math.Max(alarm, kept);
        }

        if (limits.WeeklyLoss is { } weekly)
        {
            alarm = Math.Max(alarm, state.WeekStart - weekly.At(new Money(state.WeekStart)).Units);
        }

        if (limits.AccountDrawdown is { } drawdown)
        {
            alarm = Math.Max(alarm, state.EverHigh - drawdown.At(new Money(capital)).Units);
        }

        if (limits.Kill is { } kill)
        {
            alarm = Math.Max(alarm, capital - kill.At(new Money(capital)).Units);
        }
    }

    private long? GiveBackFloor =>
        limits.GiveBackFrom is { } from && state.DayHigh - state.DayStart >= from.Units
            ? state.DayStart + ((state.DayHigh - state.DayStart) / 2)
            : null;

    private bool Breach(long equity, long now)
    {
        var before = state.Halt;
        var dayStart = new Money(state.DayStart);
        if (limits.Kill is { } kill)
        {
            Judge(HaltKind.ForGood, Reasons.Kill, capital - equity, kill.At(new Money(capital)), now);
        }

        if (limits.AccountDrawdown is { } drawdown)
        {
            Judge(HaltKind.Review, Reasons.Review, state.EverHigh - equity, drawdown.At(new Money(capital)), now);
        }

        if (limits.WeeklyLoss is { } weekly)
        {
            Judge(HaltKind.Review, Reasons.WeeklyLoss, state.WeekStart - equity, weekly.At(new Money(state.WeekStart)), now);
        }

        if (limits.DailyLoss is { } daily)
        {
            Judge(HaltKind.Day, Reasons.DailyLoss, state.DayStart - equity, daily.At(dayStart), now);
        }

        if (limits.DailyDrawdown is { } fall)
        {
            Judge(HaltKind.Day, Reasons.DailyDrawdown, state.DayHigh - equity, fall.At(dayStart), now);
        }

        if (GiveBackFloor is { } kept && equity <= kept)
        {
            Judge(HaltKind.Day, Reasons.GiveBack, state.DayHigh - equity, new Money(state.DayHigh - kept), now);
        }

        return state.Halt == before && state.Halt == HaltKind.None;
    }

    private void Judge(HaltKind kind, string reason, long lost, Money bound, long now)
    {
        if (lost >= bound.Units)
        {
            Stop(kind, reason, now, new Money(lost).Amount, bound.Amount);
        }
    }

    private void Tell(long at, string reason, string what, decimal need, decimal bound, Timestamp? until) =>
        notices.OnRisk(new RiskEvent(new Timestamp(at), reason, what, need, bound, until) { Seat = Seat });
}

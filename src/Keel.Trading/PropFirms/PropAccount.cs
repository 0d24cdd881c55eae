using Keel.Domain;
using Keel.Domain.Sessions;

namespace Keel.Trading.PropFirms;

/// <summary>An account of a prop firm as the firm itself counts it: floor, daily loss, scaling level, breach; and where Keel leaves before.</summary>
/// <remarks>
/// Three figures that must not be mixed: the <em>balance</em> is realised and is what the firm reports; the <em>equity</em> adds what is
/// open and is what the firm liquidates by; the <em>worst equity</em> is the balance less everything reserved, and is what entries are judged by.
/// </remarks>
public sealed class PropAccount
{
    // The instant at which the firm's next day begins; the first look finds it.
    private long dayEnds = long.MaxValue;
    private PropState state;

    /// <summary>A new account.</summary>
    public PropAccount(PropRules rules)
        : this(rules, PropState.New(rules)) { }

    /// <summary>An account that goes on from a state.</summary>
    public PropAccount(PropRules rules, PropState state)
    {
        (Rules, this.state) = (rules, state);
        if (state.At is { } at)
        {
            dayEnds = EndOfDay(at);
        }
    }

    /// <summary>The rules of the account.</summary>
    public PropRules Rules { get; }

    /// <summary>What has to be kept to go on after a restart.</summary>
    public PropState State => state;

    /// <summary>The equity at which the account is lost.</summary>
    public Money Floor
    {
        get
        {
            var floor = Rules.FloorFor(state.HighMark);
            return state.PaidOut > Money.Zero && Rules.LockAt is { } locked && locked > floor ? locked : floor;
        }
    }

    /// <summary>The firm's count of today, open profit or loss included where it counts that.</summary>
    public Money Today =>
        Rules.DailyLossBasis == PropMoney.Equity ? state.Equity - state.DayStartEquity : state.Balance - state.DayStartBalance;

    /// <summary>The best day's share of all profit, today included; null while there is no profit.</summary>
    public decimal? BestDayShare
    {
        get
        {
            var total = state.Balance - Rules.Start + state.PaidOut;
            var today = state.Balance - state.DayStartBalance;
            var best = today > state.BestDay ? today : state.BestDay;
            return total > Money.Zero ? best.Amount / total.Amount : null;
        }
    }

    /// <summary>The equity at which Keel flattens, given what the open position may still lose.</summary>
    public Money FlattenAt(Money worstOfPosition = default) => Floor + Rules.BufferFor(worstOfPosition);

    /// <summary>The most contracts now, so many of which make a lot.</summary>
    public int MostContracts(int perLot) => Math.Min(state.Lots, Rules.Lots) * perLot;

    /// <summary>A look at the account; allocates nothing while the firm's day goes on.</summary>
    public PropVerdict Observe(Timestamp at, Money balance, Money equity, Money worstOfPosition = default)
    {
        if (state.At is null)
        {
            dayEnds = EndOfDay(at);
        }
        else if (at.UnixNanoseconds >= dayEnds)
        {
            BeginDay(at);
        }

        state = state with { At = at, Balance = balance, Equity = equity, HighMark = Higher(state.HighMark, balance, equity) };
        return Judge(at, worstOfPosition);
    }

    /// <summary>Money leaves the account: no loss of the day, and the floor rises to its lock at once.</summary>
    public void PayOut(Money amount)
    {
        if (amount <= Money.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "a payout is above zero");
        }

        state = state with
        {
            Balance = state.Balance - amount,
            Equity = state.Equity - amount,
            DayStartBalance = state.DayStartBalance - amount,
            DayStartEquity = state.DayStartEquity - amount,
            PaidOut = state.PaidOut + amount,
        };
    }

    /// <summary>Whether entries may be reserved up to this sum, open ones included: conditions of the floor with its buffer, and of the day.</summary>
    public PropReview Review(Money reserved)
    {
        if (state.BreachedAt is not null)
        {
            return new("prop_breached", Floor.Amount, state.Equity.Amount);
        }

        if (state.IsOutForToday)
        {
            return new("prop_daily_loss", -Today.Amount, Rules.DailyLoss?.Amount ?? 0);
        }

        if (Rules.BestDayCap is { } cap && Today >= cap)
        {
            return new("prop_best_day", Today.Amount, cap.Amount);
        }

        var toFloor = state.Balance - FlattenAt();
        if (reserved > toFloor || state.Equity <= FlattenAt())
        {
            return new("prop_floor", reserved.Amount, toFloor.Amount);
        }

        // Gains of the day do not enlarge what may be lost of it.
        var lost = state.DayStartBalance - state.Balance;
        var left = Rules.DailyLoss - (lost > Money.Zero ? lost : Money.Zero);
        return left is { } room && reserved > room ? new("prop_daily_loss", reserved.Amount, room.Amount) : default;
    }

    private PropVerdict Judge(Timestamp at, Money worstOfPosition)
    {
        var held = Rules.BreachOn == PropMoney.Equity ? state.Equity : state.Balance;
        if (state.BreachedAt is null && (held < Floor || (Rules.BreachesByTouch && held == Floor)))
        {
            state = state with { BreachedAt = at };
        }

        if (Rules.DailyLoss is { } limit && -Today >= limit)
        {
            state = state with { IsOutForToday = true };
        }

        return state.BreachedAt is not null ? PropVerdict.Breached
            : state.Equity <= FlattenAt(worstOfPosition) ? PropVerdict.NearFloor
            : state.IsOutForToday ? PropVerdict.OutForToday
            : Rules.BestDayCap is { } cap && Today >= cap ? PropVerdict.DayWon
            : PropVerdict.Free;
    }

    // The day that ended is judged by what was last seen of it, whatever the first look of the new day brings.
    private void BeginDay(Timestamp at)
    {
        var day = state.Balance - state.DayStartBalance;
        state = state with
        {
            HighMark = state.Balance > state.HighMark ? state.Balance : state.HighMark,
            BestDay = day > state.BestDay ? day : state.BestDay,
            DayStartBalance = state.Balance,
            DayStartEquity = state.Equity,
            Lots = Rules.Scaling?.LotsAt(state.Balance - Rules.Start) ?? Rules.Lots,
            IsOutForToday = false,
        };
        dayEnds = EndOfDay(at);
    }

    private Money Higher(Money mark, Money balance, Money equity) =>
        Rules.TrailBasis switch
        {
            TrailBasis.EndOfDayBalance => mark,
            TrailBasis.IntradayBalance => balance > mark ? balance : mark,
            TrailBasis.IntradayEquity => equity > mark ? equity : mark,
        };

    private long EndOfDay(Timestamp at)
    {
        var date = at.ToInstant().InZone(Rules.Zone).Date;
        var end = RegularHours.At(date, Rules.DayStarts, Rules.Zone);
        return (at < end ? end : RegularHours.At(date.PlusDays(1), Rules.DayStarts, Rules.Zone)).UnixNanoseconds;
    }
}

using System.Runtime.CompilerServices;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Orders;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

/// <summary>
/// What must be true after every step, in every mode, by the numbers of the design. A breach is our own mistake: everything is closed and
/// a person must look. The seventh, that the same inputs give the same outputs, can only be seen from outside.
/// </summary>
internal sealed class Invariants(TradingCore core)
{
    private long lastNumber;

    /// <summary>Checks all of them.</summary>
    public void Check()
    {
        if (!core.Setup.ChecksInvariants)
        {
            return;
        }

        foreach (var seat in core.AllSeats)
        {
            var isHalted = seat.IsHalted;
            if (seat.Position != 0)
            {
                CheckHeld(seat, isHalted);
            }
            else if (seat.HasOrphan)
            {
                Fail(5, "nothing is held, and an order that closes works without its end having been asked for");
            }

            if (seat.Entry.IsLive)
            {
                CheckEntry(seat, isHalted);
            }
        }
    }

    /// <summary>An entry is about to leave: trading is not stopped, and no fate is unknown.</summary>
    public bool MaySubmitEntry(int of)
    {
        if (core.AllSeats[of].IsHalted)
        {
            Fail(2, "an entry was to leave while trading is stopped");
            return false;
        }

        foreach (var seat in core.AllSeats)
        {
            if (seat.HasUnknown)
            {
                Fail(4, "an entry was to leave while the fate of an order is unknown");
                return false;
            }
        }

        return true;
    }

    /// <summary>An entry has just left: the worst case of all fits into the day, that of the seat into its own, and all lots into their bound.</summary>
    public void CheckAcceptance(int of)
    {
        CheckDay(core.Account, core.Reserved());
        if (core.AllSeats[of].Account is { } own)
        {
            CheckDay(own, core.Reserved(core.AllSeats[of]));
        }

        if (core.OpenLots() > core.Rules.MostLots)
        {
            Fail(3, $"{core.OpenLots()} lots are held and entered, and {core.Rules.MostLots} are allowed");
        }
    }

    /// <summary>A number is given to an order: never one that was given before.</summary>
    public void CheckNumber(long id)
    {
        if (id <= lastNumber)
        {
            Fail(4, $"order number {id} is used again after {lastNumber}");
        }

        lastNumber = id;
    }

    /// <summary>After each fill: cash by what fills moved, and by the trades booked, are one.</summary>
    public void CheckCash()
    {
        if (core.Cash.Difference(core.OpenFlow()) is var difference and not 0)
        {
            Fail(6, $"cash and booked trades differ by {difference} units");
        }
    }

    /// <summary>After each fill: what the seats hold is what the venue's fills add up to, and what they crossed adds up to nothing.</summary>
    public void CheckPosition()
    {
        long held = 0;
        foreach (var seat in core.AllSeats)
        {
            held += seat.Position;
        }

        if (held != core.Lots.AtVenue || core.Lots.Inside != 0)
        {
            Fail(3, $"{held} lots are held, the venue has filled {core.Lots.AtVenue}, and {core.Lots.Inside} are left inside");
        }
    }

    private void CheckDay(RiskAccount account, long reserved)
    {
        if (account.DailyLimit != long.MaxValue && account.LostToday + reserved > account.DailyLimit)
        {
            Fail(3, $"worst cases of {reserved} and a loss of {account.LostToday} today exceed {account.DailyLimit} units");
        }
    }

    private void CheckHeld(Seat seat, bool isHalted)
    {
        if (seat.IsClosing)
        {
            return;
        }

        if (isHalted)
        {
            Fail(2, $"{seat.Position} lots are held and not being closed while trading is stopped");
        }

        if (!ProtectionCheck.Holds(seat.Stop, seat.Position))
        {
            CheckWait(seat);
        }

        if (core.LeavingPhase is DayPhase.ExitMarket or DayPhase.CloseByContract or DayPhase.Overdue)
        {
            Fail(5, $"{seat.Position} lots are held and not being closed after the day's flat time");
        }

        if (Math.Abs(seat.Position) + seat.WorkingEntry > seat.ApprovedLots)
        {
            Fail(3, $"{seat.Position} lots are held and {seat.WorkingEntry} entered, and {seat.ApprovedLots} were allowed");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckWait(Seat seat)
    {
        if (!ProtectionCheck.IsOnItsWay(seat.Stop, seat.Position))
        {
            Fail(1, $"{seat.Position} lots are held, and the stop is {seat.Stop.State} for {seat.Stop.Open} lots");
        }

        if (seat.UnprotectedSince > core.Now || core.Now - seat.UnprotectedSince > core.AnswerTime)
        {
            Fail(1, $"{seat.Position} lots have had no confirmed stop since {seat.UnprotectedSince}, and it is {core.Now}");
        }
    }

    private void CheckEntry(Seat seat, bool isHalted)
    {
        if (seat.Entry.IsEndAsked || seat.Entry.State == OrderState.Unknown)
        {
            return;
        }

        if (isHalted)
        {
            Fail(2, $"an entry of {seat.WorkingEntry} lots works while trading is stopped");
        }

        if (core.LeavingPhase is DayPhase.ExitMarket or DayPhase.CloseByContract or DayPhase.Overdue)
        {
            Fail(5, $"an entry of {seat.WorkingEntry} lots works after the day's flat time");
        }
    }

    private void Fail(int invariant, string what) => core.Fault($"invariant {invariant}: {what}");
}

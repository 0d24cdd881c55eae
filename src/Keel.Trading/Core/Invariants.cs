using Keel.Trading.Days;
using Keel.Trading.Orders;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

/// <summary>What must be true after every step, in every mode. A breach is our own mistake, and ends the run.</summary>
internal sealed class Invariants(TradingCore core)
{
    /// <summary>Checks all of them.</summary>
    public void Check()
    {
        var isHalted = core.Account.Halt != HaltKind.None;
        foreach (var seat in core.AllSeats)
        {
            if (seat.Position != 0)
            {
                CheckProtection(seat);
            }

            if (seat.WorkingEntry != 0 && isHalted && seat.Entry.State != OrderState.Cancelling)
            {
                Fail(2, $"an entry of {seat.WorkingEntry} lots works while trading is stopped");
            }
        }
    }

    private void CheckProtection(Seat seat)
    {
        var (position, stop) = (seat.Position, seat.Stop);
        var lots = Math.Abs(position);
        var isProtected =
            stop.State is OrderState.Working or OrderState.Changing or OrderState.Sent
            && stop.Open == lots
            && (int)stop.Side == -Math.Sign(position);
        if (!isProtected && !seat.IsClosing)
        {
            Fail(1, $"{position} lots are held, and the stop is {stop.State} for {stop.Open} lots");
        }

        if (core.LeavingPhase is DayPhase.ExitMarket or DayPhase.CloseByContract or DayPhase.Overdue && !seat.IsClosing)
        {
            Fail(5, $"{position} lots are held and not being closed after the day's flat time");
        }

        if (core.Now - seat.UnprotectedSince > core.AnswerTime && !seat.IsClosing)
        {
            Fail(1, $"{position} lots have had no confirmed stop for {(core.Now - seat.UnprotectedSince) / 1e9} s");
        }
    }

    private static void Fail(int invariant, string what) => throw new FaultException($"invariant {invariant}: {what}");
}

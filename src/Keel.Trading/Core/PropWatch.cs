using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;
using Keel.Trading.PropFirms;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

/// <summary>Shows a prop account what the core's account has become, and does what the firm's rules demand before the firm does it.</summary>
internal sealed class PropWatch(TradingCore core, PropAccount account)
{
    /// <summary>The account as the firm counts it.</summary>
    public PropAccount Account => account;

    private long shown = core.Account.Balance;
    private PropVerdict before;

    /// <summary>A look at the account, open positions valued at a price.</summary>
    public void Look(long price)
    {
        // By what has changed, so that money paid out at the firm stays gone.
        var balance = core.Account.Balance;
        var there = account.State.Balance + new Money(balance - shown);
        shown = balance;
        var open = core.OpenGross(price);
        var mayLose = Math.Max(0, open + core.ReservedForHeld());
        var equity = there + new Money(open);
        Act(account.Observe(new Timestamp(core.Now), there, equity, new Money(mayLose)), account.FlattenAt(new Money(mayLose)));
    }

    /// <summary>The firm looks at every moment: inside a bar the worst counts.</summary>
    public void LookAtWorst(in Bar bar)
    {
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        Look(core.OpenGross(low) < core.OpenGross(high) ? low : high);
    }

    private void Act(PropVerdict verdict, Money leaveAt)
    {
        var state = account.State;
        if (verdict == PropVerdict.Breached)
        {
            core.StopAndClose(HaltKind.ForGood, Reasons.PropBreached, state.Equity.Amount, account.Floor.Amount);
        }
        else if (state.IsOutForToday)
        {
            core.StopAndClose(HaltKind.Day, Reasons.PropDailyLoss, -account.Today.Amount, account.Rules.DailyLoss?.Amount ?? 0);
        }
        else if (verdict == PropVerdict.NearFloor && core.OpenLots() > 0)
        {
            if (before != PropVerdict.NearFloor)
            {
                core.Tell(Reasons.PropFloor, "flatten", state.Equity.Amount, leaveAt.Amount);
            }

            core.CloseAll(ExitReason.Risk);
        }

        before = verdict;
    }
}

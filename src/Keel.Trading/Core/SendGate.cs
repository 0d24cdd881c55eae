using Keel.Trading.Core.InFlight;
using Keel.Trading.Risk;

namespace Keel.Trading.Core;

/// <summary>
/// The core's own last look at an entry, after every configured control and independent of them: no configuration leaves it out. It never
/// sees anything that closes or protects.
/// </summary>
internal sealed class SendGate(TradingCore core)
{
    /// <summary>How many entries it has stopped.</summary>
    public long Refused { get; private set; }

    /// <summary>The code under which the last one was stopped.</summary>
    public string? LastCode { get; private set; }

    /// <summary>As many lots as may leave; 0 stops the entry.</summary>
    public Ruling Review(int lots, long worstOfOne)
    {
        LastCode = null;
        var asked = lots;
        var account = core.Account;
        if (account.Halt != HaltKind.None)
        {
            return Refuse(account.State.HaltReason!, 1, 0);
        }

        foreach (var seat in core.AllSeats)
        {
            if (seat.HasUnknown)
            {
                return Refuse(Reasons.UnknownOrder, 1, 0);
            }
        }

        if (core.Now <= core.EntryPause.Until)
        {
            return Refuse(core.EntryPause.Code, (core.EntryPause.Until - core.Now) / 1_000_000_000, 0);
        }

        var most = core.Rules.MostLots - core.OpenLots();
        if (most < lots)
        {
            (lots, LastCode) = (Math.Max(0, most), InFlightCodes.Lots);
            Refused += lots == 0 ? 1 : 0;
            if (lots == 0)
            {
                return Ruling.Refused(core.OpenLots() + 1, core.Rules.MostLots);
            }
        }

        var used = account.LostToday + core.Reserved();
        if (account.DailyLimit != long.MaxValue && used + (worstOfOne * lots) > account.DailyLimit)
        {
            (LastCode, Refused) = (Reasons.WorstCase, Refused + 1);
            return Ruling.RefusedMoney(used + (worstOfOne * lots), account.DailyLimit);
        }

        return lots == asked ? Ruling.Allowed : Ruling.AtMost(lots, core.OpenLots() + asked, core.Rules.MostLots);
    }

    private Ruling Refuse(string code, decimal need, decimal bound)
    {
        (LastCode, Refused) = (code, Refused + 1);
        return Ruling.Refused(need, bound);
    }
}

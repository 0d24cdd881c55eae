using Keel.Trading.Core.InFlight;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;

namespace Keel.Trading.Core;

/// <summary>
/// The core's own last look at an entry, after every configured control and independent of them: no configuration leaves it out. It never
/// sees anything that closes or protects.
/// </summary>
internal sealed class SendGate(TradingCore core)
{
    private readonly SelfMatchControl selfMatch = new();

    /// <summary>How many entries it has stopped.</summary>
    public long Refused { get; private set; }

    /// <summary>The code under which the last one was stopped.</summary>
    public string? LastCode { get; private set; }

    /// <summary>As many lots as may leave; 0 stops the entry.</summary>
    public Ruling Review(Seat seat, EntryProposal proposal, int lots)
    {
        LastCode = null;
        var asked = lots;
        if (seat.IsHalted)
        {
            return Refuse(core.Account.State.HaltReason ?? seat.Account!.State.HaltReason!, 1, 0);
        }

        foreach (var other in core.AllSeats)
        {
            if (other.HasUnknown)
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

        // Strategies must not trade with each other at the venue; with one alone there is nothing to meet.
        if (core.AllSeats.Length > 1 && selfMatch.Review(proposal) is { Lots: 0 } met)
        {
            return Refuse(Reasons.SelfMatch, met.Need, met.Bound);
        }

        var worst = proposal.WorstOfOne * lots;
        if (!Fits(core.Account, core.Reserved() + worst, out var ruling))
        {
            return ruling;
        }

        if (seat.Account is { } own && !Fits(own, core.Reserved(seat) + worst, out ruling))
        {
            return ruling;
        }

        return lots == asked ? Ruling.Allowed : Ruling.AtMost(lots, core.OpenLots() + asked, core.Rules.MostLots);
    }

    private bool Fits(RiskAccount account, long reserved, out Ruling ruling)
    {
        var need = account.LostToday + reserved;
        if (account.DailyLimit == long.MaxValue || need <= account.DailyLimit)
        {
            ruling = Ruling.Allowed;
            return true;
        }

        (LastCode, Refused) = (Reasons.WorstCase, Refused + 1);
        ruling = Ruling.RefusedMoney(need, account.DailyLimit);
        return false;
    }

    private Ruling Refuse(string code, decimal need, decimal bound)
    {
        (LastCode, Refused) = (code, Refused + 1);
        return Ruling.Refused(need, bound);
    }
}

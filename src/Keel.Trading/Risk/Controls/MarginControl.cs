using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Margins;
using NodaTime;

namespace Keel.Trading.Risk.Controls;

/// <summary>
/// The account carries the margin of everything held and asked for, with room to spare, by the figures of the day (P26). Where the
/// exchange's figure of a day is not known, nothing is held overnight, and the broker's intraday figure counts twice.
/// </summary>
public sealed class MarginControl(MarginRules rules, Instrument instrument, RiskAccount account) : EntryControl(Reasons.Margin)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private int answeredDay = int.MinValue;
    private MarginAnswer answer = new MarginAnswer.Unknown("no day has been asked about");
    private int lastShortDay = int.MinValue;
    private int lastUncertainDay = int.MinValue;

    /// <summary>On how many days the account could not have held a position that was wanted, or could no longer hold one.</summary>
    public int DaysShort { get; private set; }

    /// <summary>On how many days a margin was asked for that is an estimate or not known.</summary>
    public int DaysUncertain { get; private set; }

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var lots = proposal.OpenLots + (long)proposal.Lots;
        var equity = new Money(account.Equity).Amount;
        var need = Required(proposal.Day, proposal.Price) * lots * rules.Times;
        if (need is { } known && known <= equity)
        {
            return Ruling.Allowed;
        }

        return Short(proposal.Day, need, equity);
    }

    /// <summary>Rules on lots that live into a day; refused, they must go.</summary>
    public Ruling ReviewHeld(int lots, int day, long price) =>
        CanHold(lots, day, price)
            ? Ruling.Allowed
            : Short(day, Required(day, price) * Math.Abs(lots) * rules.Times, new Money(account.Equity).Amount);

    /// <summary>Whether the account may hold so many lots on a day; for positions that live into it.</summary>
    public bool CanHold(int lots, int day, long price) =>
        lots == 0
        || (Required(day, price) is { } each && each * Math.Abs(lots) * rules.Times <= new Money(account.Equity).Amount);

    private Ruling Short(int day, decimal? need, decimal equity)
    {
        DaysShort += day == lastShortDay ? 0 : 1;
        lastShortDay = day;
        return Ruling.Refused(need ?? -1, equity);
    }

    /// <summary>The margin of one lot on a day, in money; null when it is not known and none may be assumed.</summary>
    private decimal? Required(int day, long price)
    {
        if (day != answeredDay)
        {
            var date = Epoch.PlusDays(day);
            (answer, answeredDay) = (MarginTable.OnOrEstimate(instrument, date, new Price(price)), day);
        }

        if (answer is not MarginAnswer.Known && day != lastUncertainDay)
        {
            (DaysUncertain, lastUncertainDay) = (DaysUncertain + 1, day);
        }

        var intraday = rules.HoldsOvernight ? null : rules.Intraday?.Amount;
        var part = rules.HoldsOvernight ? 1 : rules.IntradayShare;
        return answer switch
        {
            MarginAnswer.Known(var initial, _, _) => intraday ?? (initial.Amount * part),
            MarginAnswer.Estimated(_, _, var share, _) when rules.TakesEstimates => intraday ?? (Estimate(price, share) * part),
            _ => intraday * 2,
        };
    }

    private decimal Estimate(long price, decimal share) => decimal.Ceiling(instrument.TickValue * Math.Abs(price) * share);
}

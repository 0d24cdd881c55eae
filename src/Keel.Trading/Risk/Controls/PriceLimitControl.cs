using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Limits;
using Keel.Trading.Conditions;
using Keel.Trading.Orders;

namespace Keel.Trading.Risk.Controls;

/// <summary>
/// Nothing is entered near the exchange's price limit, or with a stop beyond it, where the position could not be left (P10). Where the
/// limits are not known, nothing is entered after a move that is too large for ordinary days.
/// </summary>
public sealed class PriceLimitControl(PriceLimitDistance rules, Instrument instrument, MarketConditions conditions)
    : EntryControl(Reasons.PriceLimit)
{
    // The exchange's rules change on multiples of five minutes, and looking them up makes lists.
    private const long Stretch = 300 * Timestamp.NanosecondsPerSecond;
    private LimitAnswer? answer;
    private LimitReference answeredFor;
    private long answeredStretch = long.MinValue;

    /// <inheritdoc />
    public override MarketConditions? Watches => conditions;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (conditions.References.At(proposal.Day) is not { } reference)
        {
            // The first day of the data: there is no settlement from which anything could be counted.
            return rules.NeedsReference ? Ruling.Refused(-1, 0) : Ruling.Allowed;
        }

        if (proposal.Now / Stretch != answeredStretch || answeredFor != reference || answer is null)
        {
            answer = PriceLimits.At(instrument, new Timestamp(proposal.Now), reference);
            (answeredStretch, answeredFor) = (proposal.Now / Stretch, reference);
        }

        return answer switch
        {
            LimitAnswer.Band band => Judge(proposal, band),
            LimitAnswer.None => Ruling.Allowed,
            _ => JudgeMove(proposal, reference.Day.InTicks),
        };
    }

    private Ruling Judge(EntryProposal proposal, LimitAnswer.Band band)
    {
        var stop = proposal.Price - ((int)proposal.Side * proposal.StopTicks);
        return Near(proposal.Price - band.Lower.InTicks, band.Lower.InTicks) is { Lots: 0 } low ? low
            : band.Upper is { } upper && Near(upper.InTicks - proposal.Price, upper.InTicks) is { Lots: 0 } high ? high
            : proposal.Side == Side.Long && stop < band.Lower.InTicks ? Ruling.Refused(stop, band.Lower.InTicks)
            : proposal.Side == Side.Short && band.Upper is { } top && stop > top.InTicks ? Ruling.Refused(stop, top.InTicks)
            : Ruling.Allowed;
    }

    private Ruling Near(long away, long limit) =>
        away <= rules.Near * limit ? Ruling.Refused(away, decimal.Floor(rules.Near * limit)) : Ruling.Allowed;

    private Ruling JudgeMove(EntryProposal proposal, long settlement) =>
        Math.Abs(proposal.Price - settlement) is var move && move > rules.WideMove * Math.Abs(settlement)
            ? Ruling.Refused(move, decimal.Floor(rules.WideMove * Math.Abs(settlement)))
            : Ruling.Allowed;
}

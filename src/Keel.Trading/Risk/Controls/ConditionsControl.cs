using Keel.Trading.Conditions;

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered while the market is not what it is at this hour (R5, L06), or that is not known yet; the code says which breaker pauses.</summary>
public sealed class ConditionsControl(MarketConditions conditions) : EntryControl(Reasons.Warming)
{
    /// <inheritdoc />
    public override MarketConditions? Watches => conditions;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (!conditions.IsWarm)
        {
            return Ruling.Refused(0, 1);
        }

        if (conditions.Volatility is { State: BreakerState.Paused } volatility)
        {
            return Beyond(conditions.RangeRatio, volatility.Bound).Because(Reasons.Volatility);
        }

        if (conditions.Volume is { State: BreakerState.Paused } volume)
        {
            return Beyond(conditions.VolumeRatio, volume.Bound).Because(Reasons.Volume);
        }

        return conditions.Spread is { } spread && spread.PausesAt(proposal.Now)
            ? Ruling.Refused(spread.Spread, spread.Bound).Because(Reasons.Spread)
            : Ruling.Allowed;
    }

    private static Ruling Beyond(double ratio, double bound) =>
        Ruling.Refused(MarketConditions.Exact(ratio), MarketConditions.Exact(bound));
}

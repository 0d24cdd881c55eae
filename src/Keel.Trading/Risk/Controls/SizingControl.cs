using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Trading.Risk.Controls;

/// <summary>Counts the lots of an entry by the profile's method and the model's confidence. The limits come after it, each under its own code.</summary>
public sealed class SizingControl(SizeRules rules, RiskAccount account) : EntryControl(Reasons.Size)
{
    /// <summary>How it counts.</summary>
    public SizeMethod Method => rules.Method;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var request = new SizeRequest
        {
            Equity = new Money(account.Equity),
            WorstCase = new Money(proposal.ExpectedLossOfOne),
            Reserve = new Money(proposal.WorstOfOne),
            Confidence = proposal.Confidence,
            VolatilityOfOne = proposal.VolatilityOfOne > 0 ? new Money(proposal.VolatilityOfOne) : null,
            KellyFraction = proposal.KellyFraction,
        };
        var size = rules.For(in request);
        return SizeLimitCode.Of(size.Limit) is { } code
            ? Ruling.AtMost(size.Contracts, size.Need, size.Bound).Because(code)
            : Ruling.Sized(size.Contracts);
    }
}

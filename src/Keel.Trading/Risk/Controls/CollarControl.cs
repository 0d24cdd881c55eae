using Keel.Trading.Conditions;

namespace Keel.Trading.Risk.Controls;

/// <summary>The limit of an entry lies near the market (P07): within so many ticks, or so many average ranges of a minute where these are more.</summary>
public sealed class CollarControl(PriceCollar collar, MarketConditions? conditions) : EntryControl(Reasons.Collar)
{
    /// <inheritdoc />
    public override MarketConditions? Watches => conditions;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (proposal.Limit is not { } limit)
        {
            return Ruling.Allowed;
        }

        // Twice the distance from the middle, so that a middle between two ticks stays whole.
        var away = conditions?.Book is { IsTwoSided: true } book
            ? Math.Abs((2 * limit) - book.Bid - book.Ask)
            : 2 * Math.Abs(limit - proposal.Price);
        var range = conditions?.Range is { } ticks && double.IsFinite(ticks) ? collar.Ranges * (decimal)ticks : 0;
        var bound = Math.Max(collar.Ticks, range);
        return away > 2 * bound ? Ruling.Refused(away / 2m, bound) : Ruling.Allowed;
    }
}

using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>
/// What a strategy says must make sense (P32): a confidence lies within [0, 1], a model that names a class has one, a stop lies at least a
/// tick away and costs money. Ten senseless wishes in a row put entries on hold.
/// </summary>
public sealed class SanityControl(RiskAccount account) : EntryControl(Reasons.Sanity)
{
    private const int MostInARow = 10;
    private static readonly Span Hold = Span.FromMinutes(30);
    private int inARow;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        var said = Judge(proposal);
        if (said.Lots > 0)
        {
            inARow = 0;
            return said;
        }

        if (++inARow == MostInARow)
        {
            inARow = 0;
            account.Hold(Code, proposal.Now, proposal.Now + Hold.Nanoseconds, MostInARow, MostInARow);
        }

        return said;
    }

    private static Ruling Judge(EntryProposal proposal)
    {
        var confidence = proposal.Confidence;
        if (double.IsNaN(confidence))
        {
            return proposal.PredictedClass >= 0 ? Ruling.Refused(-1, 0) : JudgeDistances(proposal);
        }

        return confidence is >= 0 and <= 1
            ? JudgeDistances(proposal)
            : Ruling.Refused((decimal)Math.Clamp(confidence, -1e9, 1e9), confidence < 0 ? 0 : 1);
    }

    private static Ruling JudgeDistances(EntryProposal proposal) =>
        proposal.StopTicks < 1 ? Ruling.Refused(proposal.StopTicks, 1)
        : proposal.TargetTicks < 0 ? Ruling.Refused(proposal.TargetTicks, 0)
        : proposal.WorstOfOne <= 0 ? Ruling.RefusedMoney(proposal.WorstOfOne, 0)
        : Ruling.Allowed;
}

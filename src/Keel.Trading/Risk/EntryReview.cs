using Keel.Trading.Conditions;

namespace Keel.Trading.Risk;

/// <summary>The controls in their order: each may take lots away, the first that leaves none has the last word.</summary>
public sealed class EntryReview
{
    private readonly EntryControl[] controls;
    private readonly int start;

    /// <summary>A review by these controls.</summary>
    public EntryReview(IReadOnlyList<EntryControl> controls)
    {
        this.controls = [.. controls];
        start = Array.Exists(this.controls, control => control is Controls.SizingControl) ? EntryProposal.Unsized : 1;
    }

    /// <summary>The controls.</summary>
    public IReadOnlyList<EntryControl> Controls => controls;

    /// <summary>What has to be told of every bar and quote because a control needs it; null when none does.</summary>
    public MarketConditions? Watches
    {
        get
        {
            foreach (var control in controls)
            {
                if (control.Watches is { } conditions)
                {
                    return conditions;
                }
            }

            return null;
        }
    }

    /// <summary>The first control of a kind; null where there is none.</summary>
    public T? Find<T>()
        where T : EntryControl
    {
        foreach (var control in controls)
        {
            if (control is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Rules on a proposal, whose lots become those that are allowed; where no control counts lots, so many are asked for. Others may have left fewer.</summary>
    public EntryVerdict Rule(EntryProposal proposal, int asked = 1, int most = int.MaxValue)
    {
        proposal.Lots = Math.Min(start == EntryProposal.Unsized ? start : asked, most);
        string? code = null;
        var last = Ruling.Allowed;
        foreach (var control in controls)
        {
            var said = control.Review(proposal);
            if (said.Lots >= proposal.Lots)
            {
                continue;
            }

            proposal.Lots = said.Lots;
            if (!said.IsSize)
            {
                (last, code) = (said, said.Code ?? control.Code);
            }

            if (said.Lots == 0)
            {
                control.Refused++;
                return new EntryVerdict(0, code ?? control.Code, last.Need, last.Bound);
            }
        }

        return new EntryVerdict(proposal.Lots, code, last.Need, last.Bound);
    }

    /// <summary>The entry leaves: those that count entries count it.</summary>
    public void OnEntry(EntryProposal proposal)
    {
        foreach (var control in controls)
        {
            control.OnEntry(proposal);
        }
    }
}

using Keel.Trading.Conditions;

namespace Keel.Trading.Risk;

/// <summary>One rule that an entry must pass. It can only refuse or reduce, and it never sees an exit.</summary>
public abstract class EntryControl(string code)
{
    /// <summary>The stable code under which it refuses.</summary>
    public string Code { get; } = code;

    /// <summary>How many entries it has refused.</summary>
    public long Refused { get; internal set; }

    /// <summary>The conditions that it needs to be kept up to date; null when it needs none.</summary>
    public virtual MarketConditions? Watches => null;

    /// <summary>Looks at a proposal.</summary>
    public abstract Ruling Review(EntryProposal proposal);

    /// <summary>Every control has agreed, and the entry leaves: for those that count.</summary>
    public virtual void OnEntry(EntryProposal proposal) { }
}

namespace Keel.Research.Expectations;

/// <summary>Whether a profile's criteria can hold together, with the sentence to print before any data is read.</summary>
public sealed record CriteriaVerdict
{
    private CriteriaVerdict(bool canHold, string sentence) => (CanHold, Sentence) = (canHold, sentence);

    /// <summary>Whether they can.</summary>
    public bool CanHold { get; }

    /// <summary>Why, with its figures; begins in lower case, so that a profile's name can go before it.</summary>
    public string Sentence { get; }

    internal static CriteriaVerdict Reachable(string sentence) => new(canHold: true, sentence);

    internal static CriteriaVerdict Unreachable(string sentence) => new(canHold: false, sentence);
}

namespace Keel.Trading.PropFirms;

/// <summary>Whether an entry's worst case fits into a prop account.</summary>
/// <param name="Code">Null when it does; otherwise the stable code of the rule it would break.</param>
/// <param name="Need">What the worst case comes to.</param>
/// <param name="Bound">What there is room for.</param>
public readonly record struct PropReview(string? Code, decimal Need, decimal Bound)
{
    /// <summary>Whether the entry is allowed.</summary>
    public bool IsAllowed => Code is null;
}

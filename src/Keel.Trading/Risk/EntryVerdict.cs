namespace Keel.Trading.Risk;

/// <summary>What the controls came to: lots, and which rule refused or reduced them last.</summary>
/// <param name="Lots">As many as every control allows; 0 when one refuses.</param>
/// <param name="Code">The stable code of the rule that had the last word; null when nothing was taken away.</param>
/// <param name="Need">What it measured.</param>
/// <param name="Bound">The bound that it measured against.</param>
public readonly record struct EntryVerdict(int Lots, string? Code, decimal Need, decimal Bound);

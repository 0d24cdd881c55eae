namespace Keel.Data.Import;

/// <summary>How far an import is: what it does, as a share of the whole, and on which file.</summary>
public sealed record ImportProgress(string Doing, double Share, string Source);

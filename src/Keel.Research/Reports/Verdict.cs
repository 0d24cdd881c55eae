namespace Keel.Research.Reports;

/// <summary>A sentence about a run, and whether the reader should stop at it.</summary>
internal readonly record struct Verdict(string Text, bool IsWarning = false);

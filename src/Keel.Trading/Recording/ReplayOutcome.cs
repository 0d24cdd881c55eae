using Keel.Trading.Journal;

namespace Keel.Trading.Recording;

/// <summary>What became of a replay.</summary>
public sealed record ReplayOutcome
{
    /// <summary>Inputs given to the core again.</summary>
    public required long Inputs { get; init; }

    /// <summary>Outputs that were held against the journal's and are equal.</summary>
    public required long Outputs { get; init; }

    /// <summary>Outputs of the last input that the journal does not hold any more, since it ends before them; 0 in a journal that was ended.</summary>
    public required long Unwritten { get; init; }

    /// <summary>How the journal ends; null when a difference came before its end.</summary>
    public required JournalEnd? End { get; init; }

    /// <summary>The file in which the journal ends, or in which the difference lies.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the run came to its end; else it was interrupted, or goes on.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>What broke the run at its last input, in the replay as in the run; null when nothing did.</summary>
    public required string? Fault { get; init; }

    /// <summary>The first difference; null when there is none.</summary>
    public required ReplayDifference? Difference { get; init; }
}

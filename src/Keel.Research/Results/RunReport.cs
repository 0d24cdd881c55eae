using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>The figures of a run, with what only its surroundings know.</summary>
public sealed record RunReport
{
    /// <summary>The figures.</summary>
    public required PerformanceSummary Summary { get; init; }

    /// <summary>The checksum over all trades, 16 hexadecimal digits.</summary>
    public required string TradesChecksum { get; init; }

    /// <summary>What the reader is advised to look at, in words.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    /// <summary>The most memory the process held, in megabytes; null when nobody measured.</summary>
    public double? PeakMemoryMegabytes { get; init; }

    /// <summary>Remarks of the run, what is missing and why, and the sentence about assumptions.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (Summary.AssumptionSentence is { } assumption)
            {
                yield return assumption;
            }

            foreach (var remark in Summary.Result.Remarks)
            {
                yield return remark;
            }

            if (Summary.Daily.Missing is { } missing)
            {
                yield return missing;
            }
        }
    }
}

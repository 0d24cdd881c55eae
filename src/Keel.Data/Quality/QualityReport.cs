namespace Keel.Data.Quality;

/// <summary>What a check of a dataset found.</summary>
public sealed record QualityReport(IReadOnlyList<QualityFinding> Findings)
{
    /// <summary>Whether nothing is wrong; remarks are no errors.</summary>
    public bool IsGood => !Findings.Any(finding => finding.IsError);
}

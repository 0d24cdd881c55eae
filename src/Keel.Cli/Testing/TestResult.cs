namespace Keel.Cli.Testing;

/// <summary>What came of a run of the tests.</summary>
internal sealed record TestResult(int Passed, int Failed, int Skipped, double? LineCoverage, double Seconds, bool RunnerSucceeded)
{
    /// <summary>Whether something ran, nothing failed, and no runner broke off.</summary>
    public bool IsGood => Failed == 0 && Passed > 0 && RunnerSucceeded;
}

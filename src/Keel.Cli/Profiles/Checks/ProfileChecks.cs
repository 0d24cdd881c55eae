namespace Keel.Cli.Profiles.Checks;

/// <summary>What no key shows by itself: whether several of them can hold together. Each check looks only at what could be read.</summary>
internal static class ProfileChecks
{
    private static readonly Action<ProfileValues, ProblemList>[] All =
    [
        SessionTimes.Check,
        DataParts.Check,
        OneWay.Check,
        CostTable.Check,
        RiskLimits.Check,
    ];

    /// <summary>Notes everything that cannot hold together.</summary>
    public static void Run(ProfileValues values, ProblemList problems)
    {
        foreach (var check in All)
        {
            check(values, problems);
        }
    }
}

using Keel.Strategies.Registry;

namespace Keel.Cli.Profiles.Checks;

/// <summary>What no key shows by itself: whether several of them can hold together. Each check looks only at what could be read.</summary>
internal static class ProfileChecks
{
    private static readonly Action<ProfileValues, ProblemList>[] All =
    [
        SessionTimes.Check,
        SessionLadder.Check,
        DataParts.Check,
        OneWay.Check,
        ExitSettings.Check,
        SizeBasis.Check,
        CostTable.Check,
        RiskLimits.Check,
        RiskCounts.Check,
        OneContract.Check,
    ];

    private static readonly Action<ProfileValues, ProblemList>[] Doubts = [OneContract.Doubt, SuccessReach.Check, NoEffect.Check];

    /// <summary>Notes everything that cannot hold together, and gives back what can but is no good.</summary>
    public static IReadOnlyList<ProfileProblem> Run(
        ProfileValues values,
        IReadOnlyList<StrategyParameter> parameters,
        StrategyKinds strategies,
        ProblemList problems
    )
    {
        foreach (var check in All)
        {
            check(values, problems);
        }

        var doubts = new ProblemList();
        new StrategySettings(strategies, values, parameters).Check(problems, doubts);
        foreach (var doubt in Doubts)
        {
            doubt(values, doubts);
        }

        return doubts.InOrder();
    }
}

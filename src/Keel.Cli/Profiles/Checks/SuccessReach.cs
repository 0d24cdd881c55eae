using Keel.Cli.Profiles.Keys;
using Keel.Research.Backtests;
using Keel.Research.Expectations;

namespace Keel.Cli.Profiles.Checks;

/// <summary>Whether what a profile calls success can be had with its stop, target and costs; told before any data is read.</summary>
internal static class SuccessReach
{
    /// <summary>Notes criteria that cannot hold together, and targets that their costs eat up.</summary>
    public static void Check(ProfileValues values, ProblemList doubts)
    {
        if (
            WorstCase.TickValue(values) is not { } tick
            || WorstCase.RoundTrip(values) is not { } roundTrip
            || !values.TryGet(ExitKeys.StopTicks, out var stop)
            || !values.TryGet(ExitKeys.TargetTicks, out var target)
        )
        {
            return;
        }

        var verdict = Criteria(values).Check(BreakEven.InTicks(tick, stop, target, roundTrip, WorstCase.Slippage(values)));
        if (!verdict.CanHold)
        {
            var key =
                Array.Find<ProfileKey>([CriteriaKeys.ProfitFactor, CriteriaKeys.WinRate], values.Has) ?? ExitKeys.TargetTicks;
            doubts.Add(
                values.PlaceOf(key),
                key.Path,
                verdict.Sentence,
                "change the criteria, or stop, target and costs; nothing in the data can help"
            );
        }
    }

    private static SuccessCriteria Criteria(ProfileValues values) =>
        new()
        {
            WinRate = values.TryGet(CriteriaKeys.WinRate, out var rate) && rate is > 0 and < 1 ? rate : null,
            ProfitFactor = values.TryGet(CriteriaKeys.ProfitFactor, out var factor) && factor > 0 ? factor : null,
        };
}

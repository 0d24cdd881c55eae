using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>How reasons of exits are called in files, and the order in which they are told.</summary>
public static class ExitReasonText
{
    private static readonly ExitReason[] Order =
    [
        ExitReason.Target,
        ExitReason.Stop,
        ExitReason.Time,
        ExitReason.EndOfDay,
        ExitReason.Signal,
        ExitReason.EndOfData,
        ExitReason.Liquidation,
        ExitReason.Kill,
        ExitReason.None,
    ];

    /// <summary>How many reasons there are, the missing one included.</summary>
    internal static int Count { get; } = Enum.GetValues<ExitReason>().Length;

    /// <summary>The name in files, such as <c>eod_flatten</c>; what a limit or a person closed is a <c>kill</c>.</summary>
    public static string Of(ExitReason reason) =>
        reason switch
        {
            ExitReason.None => "none",
            ExitReason.Stop => "stop",
            ExitReason.Target => "target",
            ExitReason.EndOfDay => "eod_flatten",
            ExitReason.EndOfData => "end_of_data",
            ExitReason.Time => "time",
            ExitReason.Signal => "signal",
            ExitReason.Risk => "kill",
            ExitReason.Liquidation => "liquidation",
            ExitReason.Kill => "kill",
        };

    /// <summary>The reasons that occurred, from a count by each reason's number.</summary>
    internal static List<KeyValuePair<ExitReason, int>> Occurred(int[] counts)
    {
        var occurred = new List<KeyValuePair<ExitReason, int>>();
        foreach (var reason in Order)
        {
            // One name, one figure: a limit's closing and a person's are both a kill.
            var count = counts[(int)reason] + (reason == ExitReason.Kill ? counts[(int)ExitReason.Risk] : 0);
            if (count > 0)
            {
                occurred.Add(new KeyValuePair<ExitReason, int>(reason, count));
            }
        }

        return occurred;
    }
}

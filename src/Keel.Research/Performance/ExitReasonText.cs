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
        ExitReason.Risk,
        ExitReason.None,
    ];

    /// <summary>How many reasons there are, the missing one included.</summary>
    internal static int Count => Order.Length;

    /// <summary>The name in files, such as <c>eod_flatten</c>.</summary>
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
            ExitReason.Risk => "risk",
            ExitReason.Liquidation => "liquidation",
            ExitReason.Kill => "kill",
        };

    /// <summary>The reasons that occurred, from a count by each reason's number.</summary>
    internal static List<KeyValuePair<ExitReason, int>> Occurred(int[] counts)
    {
        var occurred = new List<KeyValuePair<ExitReason, int>>();
        foreach (var reason in Order)
        {
            if (counts[(int)reason] > 0)
            {
                occurred.Add(new KeyValuePair<ExitReason, int>(reason, counts[(int)reason]));
            }
        }

        return occurred;
    }
}

using Keel.Trading.Ledger;

namespace Keel.Research.Reports;

/// <summary>Reasons for an exit in the reader's words.</summary>
internal static class ExitWords
{
    /// <summary>The words for a reason.</summary>
    public static string Of(ExitReason reason) =>
        reason switch
        {
            ExitReason.None => "open",
            ExitReason.Stop => "stop",
            ExitReason.Target => "target",
            ExitReason.EndOfDay => "end of day",
            ExitReason.EndOfData => "end of data",
            ExitReason.Time => "time",
            ExitReason.Signal => "signal",
            ExitReason.Risk => "risk limit",
            ExitReason.Liquidation => "liquidation",
            ExitReason.Kill => "by hand",
        };
}

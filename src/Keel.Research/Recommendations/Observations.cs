using Keel.Research.Backtests;
using Keel.Research.Expectations;
using Keel.Trading.Ledger;

namespace Keel.Research.Recommendations;

/// <summary>Facts about a run that a reader should not miss; none of them is a matter of chance, none says that something would help.</summary>
internal static class Observations
{
    /// <summary>Above this share of trades decided inside one bar the result is an assumption (B9).</summary>
    public const double MostAmbiguous = 0.05;

    private const int EnoughTrades = 30;

    /// <summary>The sentences, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(BacktestResult result)
    {
        var sentences = new List<string>();
        var tally = TradeTally.Of(result.Trades);
        if (tally.Trades == 0)
        {
            sentences.Add(
                result.SignalCount switch
                {
                    0 => "The strategy never wished to enter.",
                    1 => "No trade came of 1 wish to enter.",
                    var wishes => $"No trade came of {wishes:N0} wishes to enter.",
                }
            );
            return sentences;
        }

        if (tally.Ambiguous > 0)
        {
            var share = tally.Ambiguous / (double)tally.Trades;
            var weight = share > MostAmbiguous ? ": the result is an assumption, not a measurement" : "";
            sentences.Add(
                $"{tally.Ambiguous:N0} of {Figures.Count(tally.Trades, "trade")} ({Figures.Percent(share)}) had stop and target in one bar "
                    + $"and were decided by the fill model's rule{weight}."
            );
        }

        AddSilentExits(result, tally, sentences);
        if (result.BreakEven is { } breakEven && tally.WinRate < (double)breakEven.WinRate)
        {
            sentences.Add(
                $"It wins {Figures.Percent(tally.WinRate)} of its trades; stop, target and costs demand "
                    + $"{Figures.Percent(breakEven.WinRate)} (a loser costs {Figures.Dollars(breakEven.Loss)}, a winner earns "
                    + $"{Figures.Dollars(breakEven.Win)})."
            );
        }

        return sentences;
    }

    private static void AddSilentExits(BacktestResult result, TradeTally tally, List<string> sentences)
    {
        if (tally.Trades < EnoughTrades)
        {
            return;
        }

        var trades = Figures.Count(tally.Trades, "trade");
        if (result.BreakEven is not null && tally.By(ExitReason.Stop) == 0)
        {
            sentences.Add($"The stop was not hit once in {trades}.");
        }

        if (result.BreakEven is not null && tally.By(ExitReason.Target) == 0)
        {
            sentences.Add($"The target was not reached once in {trades}.");
        }

        if (HasTimeStop(result) && tally.By(ExitReason.Time) == 0)
        {
            sentences.Add($"The time stop did not end one of {trades}.");
        }
    }

    private static bool HasTimeStop(BacktestResult result)
    {
        foreach (var (path, value) in result.Parameters)
        {
            if (path == "exits.time")
            {
                return value is not ("" or "null" or "off" or "none" or "0");
            }
        }

        return false;
    }
}

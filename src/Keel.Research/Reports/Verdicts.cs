using System.Globalization;
using Keel.Research.Backtests;

namespace Keel.Research.Reports;

/// <summary>What the figures mean, in sentences that claim no more than the figures do.</summary>
internal static class Verdicts
{
    /// <summary>Above this share of trades decided by an assumption, the result is one.</summary>
    private const decimal AmbiguousBound = 5;

    /// <summary>Below so many trades the normal interval is too narrow, and no comparison says anything.</summary>
    private const int FewTrades = 30;

    /// <summary>The sentences about a run that traded.</summary>
    public static IEnumerable<Verdict> Of(BacktestResult result, Summary summary)
    {
        yield return Money(summary);
        if (Luck(result) is { } luck)
        {
            yield return luck;
        }

        if (BreakEven(summary) is { } breakEven)
        {
            yield return breakEven;
        }

        if (Random(result) is { } random)
        {
            yield return random;
        }

        if (Ambiguous(summary) is { } ambiguous)
        {
            yield return ambiguous;
        }

        foreach (var remark in result.Remarks)
        {
            yield return new Verdict(remark);
        }
    }

    private static Verdict Money(Summary summary)
    {
        var net = summary.Number("performance.net_pnl") ?? 0;
        var gross = summary.Number("performance.gross_pnl") ?? 0;
        var costs = (summary.Number("performance.commission") ?? 0) + (summary.Number("performance.slippage") ?? 0);
        var outcome = net switch
        {
            > 0 => $"It earned {Figure.Dollars(net)} after costs",
            0 => "It came out even after costs",
            < 0 => $"It lost {Figure.Dollars(-net)} after costs",
        };
        var ate = net <= 0 && gross > 0 ? ": costs took all that the entries had earned" : "";
        return new Verdict(
            $"{outcome}: {Figure.Dollars(gross)} before them, {Figure.Dollars(costs)} of commission and slippage{ate}."
        );
    }

    private static Verdict? Luck(BacktestResult result)
    {
        var moments = default(RunningMean);
        foreach (var trade in result.Trades)
        {
            moments.Add((double)trade.Net.Amount);
        }

        if (moments.StandardError is not { } error)
        {
            return new Verdict("One trade says nothing about the strategy.", IsWarning: true);
        }

        if (moments.Count < FewTrades)
        {
            return new Verdict($"{moments.Count} trades are too few to tell skill from luck.", IsWarning: true);
        }

        var low = (decimal)(moments.Mean - (1.96 * error));
        var high = (decimal)(moments.Mean + (1.96 * error));
        var interval =
            $"A trade brought {Figure.Dollars((decimal)moments.Mean)} on average; with 95 % confidence the true mean lies between {Figure.Dollars(low)} and {Figure.Dollars(high)}, if trades do not depend on each other";
        return (low, high) switch
        {
            (> 0, _) => new Verdict(interval + ". That is one run: whoever tries many sees such a figure by chance."),
            (_, < 0) => new Verdict(interval + ": it loses.", IsWarning: true),
            _ => new Verdict(interval + ". Zero is among them: this is no evidence of an edge.", IsWarning: true),
        };
    }

    private static Verdict? BreakEven(Summary summary)
    {
        if (
            summary.Number("performance.break_even_win_rate") is not { } needed
            || summary.Number("performance.win_rate") is not { } reached
        )
        {
            return null;
        }

        var sentence =
            $"Stop, target and costs demand a win rate of {Figure.PerCent(needed)}; it reached {Figure.PerCent(reached)}.";
        return new Verdict(sentence, IsWarning: reached < needed);
    }

    private static Verdict? Random(BacktestResult result)
    {
        if (result.Random is not { Runs: > 0 } random)
        {
            return null;
        }

        var share = (decimal)random.BetterShare;
        var sentence =
            $"{Count(decimal.Round(share * random.Runs))} of {Count(random.Runs)} runs with random entries and the same exits and costs did at least as well per trade";
        return (result.Trades.Count < FewTrades, share <= 0.05m) switch
        {
            (true, _) => new Verdict(sentence + ", which says little of so few trades."),
            (_, true) => new Verdict(sentence + ": the entries add something that chance rarely does."),
            (_, false) => new Verdict(sentence + ": the entries cannot be told from chance.", IsWarning: true),
        };
    }

    private static string Count(decimal number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static Verdict? Ambiguous(Summary summary)
    {
        if (summary.Number("performance.ambiguous_trades_pct") is not { } share)
        {
            return null;
        }

        var text = share.ToString("0.##", CultureInfo.InvariantCulture);
        return share switch
        {
            0 => new Verdict("No trade had stop and target in the same bar: no result rests on which came first."),
            <= AmbiguousBound => new Verdict(
                $"In {text} % of the trades stop and target lay in the same bar; the stop was taken."
            ),
            _ => new Verdict(
                $"In {text} % of the trades stop and target lay in the same bar and the stop was taken: above {AmbiguousBound} % this result is an assumption, not a measurement. Run it on finer data.",
                IsWarning: true
            ),
        };
    }
}

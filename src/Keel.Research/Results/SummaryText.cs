using System.Globalization;
using System.Text;
using Keel.Domain;
using Keel.Research.Backtests;
using Keel.Research.Performance;

namespace Keel.Research.Results;

/// <summary>The result of a backtest as a block of lines for the terminal, at most forty.</summary>
public static class SummaryText
{
    private const int LabelWidth = 15;
    private const int SparklineWidth = 60;
    private const int MostSentences = 6;
    private const int MostRules = 6;

    /// <summary>The block, each line ended by a line feed.</summary>
    public static string Of(RunReport report)
    {
        var text = new StringBuilder();
        var summary = report.Summary;
        var result = summary.Result;
        text.Append(
            $"{result.Profile}: {result.Strategy} on {result.Instrument.Symbol}, {result.Bars} bars, {Period(result)}\n\n"
        );
        Money(text, summary);
        Odds(text, summary);
        Days(text, summary);
        Risk(text, summary);
        Honesty(text, summary);
        Sentences(text, "Remarks", result.Remarks);
        Sentences(text, "Look at", report.Recommendations);
        if (result.Trades.Count > 0)
        {
            Line(text, "Equity", EquitySparkline.Of(result.Trades, SparklineWidth));
        }

        return text.ToString();
    }

    private static void Money(StringBuilder text, PerformanceSummary summary)
    {
        var trades = summary.Trades;
        var percent = summary.TotalReturnPercent is { } share ? $" ({Percent(share, 2)} of capital)" : "";
        Line(text, "Net", Dollars(trades.Net) + percent);
        Line(
            text,
            "Costs",
            $"{Dollars(trades.Costs)}: commission {Dollars(trades.Commission)}, slippage {Dollars(trades.Slippage)}; gross {Dollars(trades.Gross)}"
        );
        Line(
            text,
            "Trades",
            $"{Count(trades.Count)} ({Count(trades.Longs)} long), {Number(summary.TradesPerDay, 1)} a day, held {Number(trades.HoldMinutes, 1)} minutes"
        );
    }

    private static void Odds(StringBuilder text, PerformanceSummary summary)
    {
        var trades = summary.Trades;
        Line(text, "Win rate", $"{Percent(100 * trades.WinRate, 1)}, break-even {BreakEven(summary)}");
        Line(
            text,
            "Profit factor",
            $"{Number(trades.ProfitFactor, 2)}; a trade {Dollars(trades.Expectancy)}, winner {Dollars(trades.AverageWinner)}, loser {Dollars(trades.AverageLoser)}"
        );
    }

    // Where stop and target depend on the market, only what the trades themselves brought can tell what they demand.
    private static string BreakEven(PerformanceSummary summary)
    {
        if (summary.Result.BreakEven is { } planned)
        {
            return $"{Percent((double)(100 * planned.WinRate), 1)} (stop, target and costs)";
        }

        return summary.Trades is { AverageWinner: { } winner, AverageLoser: { } loser }
            ? $"{Number((double)(-100 * loser / (winner - loser)), 1)} % (average winner and loser)"
            : "-";
    }

    private static void Days(StringBuilder text, PerformanceSummary summary)
    {
        var daily = summary.Daily;
        Line(
            text,
            "Sharpe",
            $"{Number(daily.Sharpe, 2)}, Sortino {Number(daily.Sortino, 2)}, Calmar {Number(daily.Calmar, 2)} (annual, by day)"
        );
        var sure = daily.ProbabilisticSharpe is { } chance
            ? $"; chance of a true Sharpe above 0: {Percent(100 * chance, 1)}"
            : "";
        Line(text, "Days", $"{Count(daily.Days)}, {Percent(100 * daily.ProfitableShare, 1)} profitable{sure}");
        var percent = summary.MaxDrawdownPercent is { } share ? $" ({Percent(share, 2)})" : "";
        var longest = summary.Drawdowns.Longest is { } phase
            ? $", longest {Number(phase.Duration.TotalMinutes / (24 * 60), 1)} days{(phase.Recovery is null ? ", not recovered" : "")}"
            : "";
        Line(text, "Drawdown", Dollars(summary.MaxDrawdown) + percent + longest);
    }

    private static void Risk(StringBuilder text, PerformanceSummary summary)
    {
        if (summary.Trades.Exits.Count > 0)
        {
            var exits = summary.Trades.Exits.Select(exit => $"{ExitReasonText.Of(exit.Key)} {Count(exit.Value)}");
            Line(text, "Exits", string.Join(", ", exits));
        }

        var risk = summary.Risk;
        var rules = risk.Rejections.Where(rule => rule.Value > 0).OrderByDescending(rule => rule.Value).ToList();
        var named = rules.Take(MostRules).Select(rule => $"{rule.Key} {Count(rule.Value)}");
        var rest = rules.Count > MostRules ? $" and {rules.Count - MostRules} more rules" : "";
        var of = $"{Count(risk.Rejected)} of {Count(summary.Result.SignalCount)} signals";
        Line(text, "Rejected", rules.Count == 0 ? of : $"{of}: {string.Join(", ", named)}{rest}");
        if (risk.Breakers + risk.Halts > 0)
        {
            Line(text, "Risk acted", $"{Count(risk.Breakers)} pauses or flattenings, {Count(risk.Halts)} halts");
        }

        Line(text, "Worst day", Dollars(risk.WorstDay));
    }

    private static void Honesty(StringBuilder text, PerformanceSummary summary)
    {
        if (summary.Result.Random is { } random)
        {
            var mean = random.NetPerTrade.Count == 0 ? (double?)null : random.NetPerTrade.Average();
            Line(
                text,
                "Random entries",
                $"{Number(mean, 2)} a trade in {Count(random.Runs)} runs; {Percent(100 * random.BetterShare, 0)} of them did at least as well"
            );
        }

        Line(
            text,
            "Ambiguous",
            summary.AssumptionSentence
                ?? $"{Percent(100 * summary.Trades.AmbiguousShare, 1)} of trades had stop and target in one bar"
        );
        if (summary.Daily.Missing is { } missing)
        {
            Line(text, "Missing", missing);
        }
    }

    private static void Sentences(StringBuilder text, string label, IReadOnlyList<string> sentences)
    {
        for (var i = 0; i < Math.Min(sentences.Count, MostSentences); i++)
        {
            Line(text, i == 0 ? label : "", sentences[i].ReplaceLineEndings(" "));
        }

        if (sentences.Count > MostSentences)
        {
            Line(text, "", $"and {sentences.Count - MostSentences} more in summary.json");
        }
    }

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append(label.PadRight(LabelWidth)).Append(value).Append('\n');

    private static string Period(BacktestResult result) =>
        result is { Start: { } start, End: { } end }
            ? $"{start.ToString(0)[..10]} to {end.ToString(0)[..10]}, {Count(result.TotalBars)} bars"
            : "no bars";

    private static string Dollars(Money amount) => Dollars(amount.Amount)!;

    private static string Dollars(decimal? amount)
    {
        if (amount is not { } dollars)
        {
            return "-";
        }

        var cents = decimal.Round(dollars, 2, MidpointRounding.AwayFromZero);
        return (cents < 0 ? "-$" : "$") + Math.Abs(cents).ToString("N2", CultureInfo.InvariantCulture);
    }

    private static string Number(double? value, int decimals) =>
        value is { } number
            ? number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : "-";

    private static string Percent(double? value, int decimals) => value is null ? "-" : Number(value, decimals) + " %";

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>What the trades brought, counted over closed trades; a net of zero is neither winner nor loser.</summary>
public sealed record TradePerformance
{
    /// <summary>How many trades.</summary>
    public required int Count { get; init; }

    /// <summary>How many with a net above zero.</summary>
    public required int Winners { get; init; }

    /// <summary>How many with a net below zero.</summary>
    public required int Losers { get; init; }

    /// <summary>How many were long.</summary>
    public required int Longs { get; init; }

    /// <summary>Contracts that went in and out.</summary>
    public required long Turned { get; init; }

    /// <summary>Profit before slippage and commission.</summary>
    public required Money Gross { get; init; }

    /// <summary>All fees, positive.</summary>
    public required Money Commission { get; init; }

    /// <summary>All slippage, positive.</summary>
    public required Money Slippage { get; init; }

    /// <summary>The net of all winners.</summary>
    public required Money Won { get; init; }

    /// <summary>The net of all losers, zero or below.</summary>
    public required Money Lost { get; init; }

    /// <summary>The best trade above zero; null without one.</summary>
    public required Money? LargestWinner { get; init; }

    /// <summary>The worst trade below zero; null without one.</summary>
    public required Money? LargestLoser { get; init; }

    /// <summary>The longest runs of winners and losers.</summary>
    public required Streaks Streaks { get; init; }

    /// <summary>The sum of the worst cases reserved before entries.</summary>
    public required Money Risked { get; init; }

    /// <summary>Mean of net over the worst case reserved; null when nothing was.</summary>
    public required double? ExpectancyR { get; init; }

    /// <summary>Mean minutes from entry to exit; null without trades.</summary>
    public required double? HoldMinutes { get; init; }

    /// <summary>Mean minutes of the winners; null without one.</summary>
    public required double? HoldMinutesOfWinners { get; init; }

    /// <summary>Mean minutes of the losers; null without one.</summary>
    public required double? HoldMinutesOfLosers { get; init; }

    /// <summary>The sum of the worst open results, zero or below.</summary>
    public required Money WorstOpen { get; init; }

    /// <summary>The sum of the best open results, zero or above.</summary>
    public required Money BestOpen { get; init; }

    /// <summary>How many were decided by a rule, since stop and target lay in one bar.</summary>
    public required int Ambiguous { get; init; }

    /// <summary>How many ended for each reason that occurred, in the order in which reasons are told.</summary>
    public required IReadOnlyList<KeyValuePair<ExitReason, int>> Exits { get; init; }

    /// <summary>Profit after all costs.</summary>
    public Money Net => Gross - Commission - Slippage;

    /// <summary>Commission and slippage.</summary>
    public Money Costs => Commission + Slippage;

    /// <summary>Winners over all trades; null without trades.</summary>
    public double? WinRate => Ratio.Of(Winners, (double)Count);

    /// <summary>Won over lost, as a positive number; null without losers.</summary>
    public double? ProfitFactor => Ratio.Of(Won, -Lost);

    /// <summary>Mean net of a trade; null without trades.</summary>
    public decimal? Expectancy => Ratio.Mean(Net.Amount, Count);

    /// <summary>Mean net of a winner; null without one.</summary>
    public decimal? AverageWinner => Ratio.Mean(Won.Amount, Winners);

    /// <summary>Mean net of a loser, below zero; null without one.</summary>
    public decimal? AverageLoser => Ratio.Mean(Lost.Amount, Losers);

    /// <summary>Average winner over average loser, as a positive number; null without either.</summary>
    public double? Payoff =>
        AverageWinner is { } winner && AverageLoser is { } loser ? Ratio.Of((double)winner, -(double)loser) : null;

    /// <summary>Mean of the worst cases reserved; null when nothing was reserved.</summary>
    public decimal? MeanRisk => Risked == Money.Zero ? null : Ratio.Mean(Risked.Amount, Count);

    /// <summary>Net over the sum of worst cases; null when nothing was reserved.</summary>
    public double? ReturnPerDollarRisked => Ratio.Of(Net, Risked);

    /// <summary>The share of trades that a rule decided; null without trades.</summary>
    public double? AmbiguousShare => Ratio.Of(Ambiguous, (double)Count);

    /// <summary>The net had costs been so many times what they were.</summary>
    public decimal NetAtCosts(decimal times) => Gross.Amount - times * Costs.Amount;

    /// <summary>The figures of a list of trades.</summary>
    public static TradePerformance Of(IReadOnlyList<ClosedTrade> trades)
    {
        var tally = new TradeTally();
        for (var i = 0; i < trades.Count; i++)
        {
            tally.Add(trades[i]);
        }

        return tally.Performance();
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Strategies.Rules;
using Keel.Trading.Core;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;

namespace Keel.Research.Backtests;

/// <summary>
/// Random entries beside a strategy: over the same bars, with the same exits, hours and costs, without its limits of risk. From their trades it
/// tells what as many trades as the strategy's would have brought by chance.
/// </summary>
internal sealed class RandomCompanion
{
    private const ulong Seed = 20_240_229;
    private const int Resamples = 400;
    private const int EnoughTrades = 20_000;

    // Of long series every so manieth stretch is enough, and the strategy need not wait for more.
    private const int Stretch = 1 << 16;
    private const long EnoughBars = 8_000_000;
    private readonly long every;
    private long seen;
    private bool isWithin;
    private readonly Nets nets = new();
    private readonly SimulatedTrading trading;

    public RandomCompanion(BacktestPlan plan, long expectedBars)
    {
        var limits = new RiskLimits { Capital = Money.Zero };
        var setup = plan.Setup with { Limits = limits, Controls = _ => [] };
        every = Math.Max(1, (expectedBars + EnoughBars - 1) / EnoughBars);
        var rate = Math.Clamp(2.0 * EnoughTrades * every / Math.Max(expectedBars, 1), 0.001, 0.1);
        var core = new TradingCore(setup, nets, new RiskAccount(limits, nets), new RandomEntries(Seed, rate));
        trading = new SimulatedTrading(core, new SimulatedExchange(plan.NewFills(), core));
    }

    /// <summary>Takes the next bars, or lets them pass.</summary>
    public void Run(ReadOnlySpan<Bar> bars)
    {
        var takes = seen / Stretch % every == 0;
        seen += bars.Length;
        if (isWithin && !takes)
        {
            trading.End();
        }

        isWithin = takes;
        if (takes)
        {
            trading.Run(bars);
        }
    }

    /// <summary>
    /// The comparison with a strategy of so many trades, so much net and so many contracts in all; null where there is nothing to compare.
    /// Random entries take one contract; what they brought is told for as many as the strategy took.
    /// </summary>
    public RandomComparison? Compare(int trades, decimal net, long contracts)
    {
        trading.End();
        if (trades == 0 || nets.All.Count == 0)
        {
            return null;
        }

        var numbers = new SplitMix64(Seed);
        var size = contracts / (double)trades;
        var netPerTrade = net / trades;
        var means = new double[Resamples];
        var (mean, deviation) = MeanAndDeviation();
        for (var i = 0; i < Resamples; i++)
        {
            // Of many trades the mean is normal; drawing each of them would take longer than the backtest.
            means[i] =
                size * (trades > 2_000 ? mean + (deviation / Math.Sqrt(trades) * numbers.Normal()) : Drawn(trades, ref numbers));
        }

        Array.Sort(means);
        var better = means.Count(one => one >= (double)netPerTrade) / (double)Resamples;
        return new RandomComparison(Resamples, means, better, new Money((long)(nets.Costs.Units / nets.All.Count * size)));
    }

    private double Drawn(int trades, ref SplitMix64 numbers)
    {
        var sum = 0.0;
        for (var i = 0; i < trades; i++)
        {
            sum += nets.All[(int)(numbers.Uniform() * nets.All.Count)];
        }

        return sum / trades;
    }

    private (double Mean, double Deviation) MeanAndDeviation()
    {
        var mean = nets.All.Average();
        var squares = nets.All.Sum(net => (net - mean) * (net - mean));
        return (mean, Math.Sqrt(squares / Math.Max(nets.All.Count - 1, 1)));
    }

    private sealed class Nets : TradingNotices
    {
        public List<double> All { get; } = new(1 << 14);

        public Money Costs { get; private set; }

        public override void OnTrade(in ClosedTrade trade)
        {
            All.Add((double)trade.Net.Amount);
            Costs += trade.Commission + trade.Slippage;
        }
    }
}

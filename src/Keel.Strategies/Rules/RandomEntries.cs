using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Enters at random: what any strategy has to beat, and what tells whether a backtest is honest: it must lose its costs, no more and no less.</summary>
[Strategy("random", "Enters at random at a stated rate; the yardstick for everything else.")]
public sealed class RandomEntries : Strategy
{
    private readonly double rate;
    private SplitMix64 numbers;

    /// <summary>Random entries from a seed; the rate is the chance of an entry at each bar without a position.</summary>
    public RandomEntries(ulong seed = 1, double rate = 0.05)
    {
        if (!(rate is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), $"a rate lies above 0 and at most at 1, not at {rate}");
        }

        (numbers, this.rate) = (new SplitMix64(seed), rate);
    }

    /// <inheritdoc />
    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        // Drawn at every bar, so that what the position does never shifts what comes after it.
        var (chance, side) = (numbers.Uniform(), numbers.Next());
        if (!desk.IsFlat || chance >= rate)
        {
            return;
        }

        if ((side >> 63) == 0)
        {
            desk.Long();
        }
        else
        {
            desk.Short();
        }
    }
}

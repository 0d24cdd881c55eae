using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Follows breakouts: long on a close above the highest high of the last bars, out on a close below the lowest low of fewer of them; short the other way round.</summary>
[Strategy("trend", "Follows breakouts from a channel of the last bars; the known trend follower.")]
public sealed class ChannelTrend : Strategy
{
    private Channel entry;
    private Channel exit;

    /// <summary>A breakout from so many bars, left at the other side of so many.</summary>
    public ChannelTrend(int entryBars = 20, int exitBars = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entryBars, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(exitBars, 1);
        (entry, exit) = (new Channel(entryBars), new Channel(exitBars));
        WarmUp = Math.Max(entryBars, exitBars);
    }

    /// <inheritdoc />
    public override int WarmUp { get; }

    /// <inheritdoc />
    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        // The channels do not hold this bar yet: a close cannot leave a channel that its own bar has widened.
        if (entry.IsWarm && exit.IsWarm)
        {
            Decide(in bar, desk);
        }

        entry.Update(in bar);
        exit.Update(in bar);
    }

    private void Decide(in Bar bar, StrategyDesk desk)
    {
        if (bar.Close > entry.HighestHigh)
        {
            desk.Long();
        }
        else if (bar.Close < entry.LowestLow)
        {
            desk.Short();
        }
        else if ((desk.Position > 0 && bar.Close < exit.LowestLow) || (desk.Position < 0 && bar.Close > exit.HighestHigh))
        {
            desk.Flat();
        }
    }
}

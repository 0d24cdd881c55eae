using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Orders;
using Keel.Trading.Setup;

namespace Keel.Trading.Core;

/// <summary>Finds how far stop and target lie from the entry, in ticks: fixed, or measured on the bars that have closed.</summary>
internal sealed class StopFinder
{
    private readonly ExitRules exits;
    private readonly Instrument instrument;
    private readonly bool usesRange;
    private readonly bool usesSwing;
    private Atr range;
    private Channel swing;
    private MinuteBar minute;

    public StopFinder(ExitRules exits, Instrument instrument, Span barLength)
    {
        (this.exits, this.instrument) = (exits, instrument);
        usesRange = exits.Stop == StopKind.Atr || exits.Target == TargetKind.Atr;
        usesSwing = exits.Stop == StopKind.Swing;
        range = new Atr(exits.AtrBars);
        swing = new Channel(usesSwing ? (int)exits.StopValue : 1);
        minute = new MinuteBar(barLength);
    }

    /// <summary>Whether a stop can be found: what it is measured on has seen enough bars.</summary>
    public bool IsReady => (!usesRange || range.IsWarm) && (!usesSwing || swing.IsWarm);

    /// <summary>A bar of the strategy has closed. The average true range is taken of bars of one minute where the strategy's own are shorter (R3).</summary>
    public void Update(in Bar bar)
    {
        if (usesRange && minute.Add(in bar))
        {
            range.Update(minute.High, minute.Low, minute.Close);
        }

        if (usesSwing)
        {
            swing.Update(in bar);
        }
    }

    /// <summary>The stop's distance from an entry at a price; rounded up, away from a stop that is hit by noise alone.</summary>
    public int StopDistance(Side side, long price) =>
        Math.Max(
            exits.NearestStop,
            exits.Stop switch
            {
                StopKind.Ticks => (int)exits.StopValue,
                StopKind.Percent => (int)decimal.Ceiling(Math.Abs(price) * exits.StopValue),
                StopKind.Amount => (int)(exits.StopValue / instrument.TickValue),
                StopKind.Atr => InTicks((double)exits.StopValue * range.Value),
                StopKind.Swing => side == Side.Long
                    ? (int)(price - swing.LowestLow.InTicks + 1)
                    : (int)(swing.HighestHigh.InTicks - price + 1),
            }
        );

    /// <summary>The target's distance from an entry whose stop lies at a distance; 0 when there is no target.</summary>
    public int TargetDistance(int stopDistance) =>
        exits.Target switch
        {
            TargetKind.None => 0,
            TargetKind.Ticks => (int)exits.TargetValue,
            TargetKind.Risk => Math.Max(1, (int)decimal.Round(exits.TargetValue * stopDistance)),
            TargetKind.Atr => Math.Max(1, InTicks((double)exits.TargetValue * range.Value)),
        };

    private static int InTicks(double distance) => (int)Math.Min(Math.Ceiling(distance), int.MaxValue);
}

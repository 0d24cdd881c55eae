using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Core;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>
/// More when the average true range of 14 one-minute bars is more than twice its own average over a day of 390 minutes; from four times
/// that average the most, and in between evenly, rounded up. Before both are known, the normal figure.
/// </summary>
internal sealed class RangeSlippage(Span barLength, int normal, int high, int highest) : SlippageRule
{
    private const int Minutes = 14;
    private const int Day = 390;
    private const double Wild = 2;
    private const double Wildest = 4;

    private MinuteBar minute = new(barLength);
    private Atr range = new(Minutes);
    private Sma average = new(Day);

    public override bool Watches => true;

    public override void Watch(in Bar bar)
    {
        if (!minute.Add(in bar))
        {
            return;
        }

        range.Update(minute.High, minute.Low, minute.Close);
        if (range.IsWarm)
        {
            average.Update(range.Value);
        }
    }

    public override long Ticks(Timestamp at)
    {
        if (!average.IsWarm || !(range.Value > Wild * average.Value))
        {
            return normal;
        }

        var share = Math.Min(1, ((range.Value / average.Value) - Wild) / (Wildest - Wild));
        return high + (long)Math.Ceiling(share * (highest - high));
    }
}

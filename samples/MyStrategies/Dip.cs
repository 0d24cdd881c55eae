using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Strategies;

namespace MyStrategies;

[Strategy("dip", "Buys what has fallen far below its average, sells when the average is back.")]
public sealed class Dip(int bars = 20, double below = 2.0) : Strategy
{
    private Ema average = new(bars);
    private Atr range = new(bars);

    public override int WarmUp => bars;

    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        average.Update(bar.Close);
        range.Update(in bar);
        var distance = bar.Close.InTicks - average.Value;
        if (desk.IsFlat && distance < -below * range.Value)
            desk.Long();
        else if (desk.Position > 0 && distance >= 0)
            desk.Flat();
    }
}

using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Long when the fast average of the closes crosses above the slow one, short when it crosses below; a cross while a position is held is let pass unless it may turn round.</summary>
public sealed class EmaCross(int fast, int slow, bool reverse = false) : Strategy
{
    private Ema fastAverage = new(fast);
    private Ema slowAverage = new(slow);
    private double before = double.NaN;

    /// <inheritdoc />
    public override int WarmUp => slow;

    /// <inheritdoc />
    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        fastAverage.Update(bar.Close);
        slowAverage.Update(bar.Close);
        var now = fastAverage.Value - slowAverage.Value;
        var (crossedUp, crossedDown) = (before <= 0 && now > 0, before >= 0 && now < 0);
        before = now;
        if ((crossedUp || crossedDown) && (desk.IsFlat || reverse))
        {
            if (crossedUp)
            {
                desk.Long();
            }
            else
            {
                desk.Short();
            }
        }
    }
}

using Keel.Domain.Markets;
using Keel.Indicators;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Long when the fast average of the closes crosses above the slow one, short when it crosses below; a cross while a position is held is let pass unless it may turn round.</summary>
[Strategy("ema-cross", "Long when the fast average crosses above the slow one, short when it crosses below.")]
public sealed class EmaCross : Strategy
{
    private readonly bool reverse;
    private Ema fastAverage;
    private Ema slowAverage;
    private double before = double.NaN;

    /// <summary>A cross of averages over so many bars; reverse turns a position round at the opposite cross.</summary>
    public EmaCross(int fast = 20, int slow = 50, bool reverse = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        if (slow <= fast)
        {
            throw new ArgumentOutOfRangeException(nameof(slow), $"slow ({slow}) must be greater than fast ({fast})");
        }

        (fastAverage, slowAverage, this.reverse) = (new Ema(fast), new Ema(slow), reverse);
        WarmUp = slow;
    }

    /// <inheritdoc />
    public override int WarmUp { get; }

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

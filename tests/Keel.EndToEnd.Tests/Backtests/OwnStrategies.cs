using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>A strategy as a user would write one, in an assembly that Keel has never seen.</summary>
[Strategy("every-so-many", "Buys at every so many bars.")]
public sealed class EverySoMany(int bars, Pace pace = Pace.Calm) : Strategy
{
    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        if (desk.BarCount % (pace == Pace.VeryQuick ? Math.Max(bars / 2, 1) : bars) == 0)
        {
            desk.Long();
        }
    }
}

/// <summary>Asks to stop, as a signal would, after some bars: a run that is interrupted at a known place.</summary>
[Strategy("interrupted", "Interrupts its own run.")]
public sealed class Interrupted : Strategy
{
    private static CancellationTokenSource stop = new();

    /// <summary>Makes a new token for the next run.</summary>
    public static CancellationToken Token => (stop = new CancellationTokenSource()).Token;

    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        if (desk.BarCount == 5_000)
        {
            stop.Cancel();
        }
    }
}

/// <summary>A setting of words.</summary>
public enum Pace
{
    Calm,
    VeryQuick,
}

using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>Reference job 3 on the engine: a hundred pairs of averages over the same bars, shared out to threads.</summary>
public static class EngineSweep
{
    private const int Room = 1 << 14;

    /// <summary>Runs all; the result does not depend on the threads.</summary>
    public static SweepOutcome Run(Series<Bar> bars, ReferenceParameters rules, int threads, Action<int>? onRun = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var nets = new long[FloorSweep.Runs];
        var trades = new int[FloorSweep.Runs];
        var plans = ReferenceEngine.PlansOf(rules);
        var done = 0;
        Parallel.For(
            0,
            FloorSweep.Runs,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            run =>
            {
                var engine = new ReferenceEngine(FloorSweep.Place(rules, run), Room, plans);
                engine.Run(bars);
                foreach (ref readonly var trade in engine.Trades)
                {
                    nets[run] += trade.Net.RoundedCents;
                }

                trades[run] = engine.Trades.Length;
                onRun?.Invoke(Interlocked.Increment(ref done));
            }
        );
        return SweepOutcome.Of(nets, trades);
    }
}

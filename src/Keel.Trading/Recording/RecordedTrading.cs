using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;

namespace Keel.Trading.Recording;

/// <summary>A recorded core and a simulated exchange, fed with bars in the same order of events as <see cref="SimulatedTrading"/>.</summary>
public sealed class RecordedTrading
{
    private readonly RecordedCore core;
    private readonly SimulatedExchange exchange;

    /// <summary>A run by these fill rules.</summary>
    public RecordedTrading(RecordedCore core, FillRules fills)
    {
        this.core = core;
        exchange = new SimulatedExchange(fills, core);
    }

    /// <summary>Bars seen.</summary>
    public long BarCount { get; private set; }

    /// <summary>Goes over bars in the order of time.</summary>
    public void Run(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            Step(in bar);
        }

        BarCount += bars.Length;
        if (!bars.IsEmpty)
        {
            exchange.Close(in bars[^1]);
        }
    }

    /// <summary>No more bars: what is open leaves at the last close.</summary>
    public void End()
    {
        if (BarCount == 0)
        {
            return;
        }

        core.Flatten(ExitReason.EndOfData);
        exchange.Take();
        exchange.End();
        core.EndDay();
        core.End();
    }

    private void Step(in Bar bar)
    {
        var opens = bar.OpenTime.UnixNanoseconds;
        while (core.Core.NextWake is var wake && wake <= opens)
        {
            core.Step(new Timestamp(wake == long.MinValue ? opens : wake));
            exchange.Take();
        }

        if (opens >= exchange.NextLook)
        {
            exchange.Look(opens);
        }

        if (exchange.IsTouchedBy(in bar))
        {
            exchange.Trade(in bar);
        }

        core.Step(in bar);
        if (exchange.Watches)
        {
            exchange.Watch(in bar);
        }

        if (core.Commands.Count > 0)
        {
            exchange.Close(in bar);
            exchange.Take();
        }
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Ledger;

namespace Keel.Trading.Exchange;

/// <summary>A core and a simulated exchange, fed with bars: the time first, then what the exchange makes of a bar, then the bar's close for the core.</summary>
public sealed class SimulatedTrading(TradingCore core, SimulatedExchange exchange)
{
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
    }

    private void Step(in Bar bar)
    {
        var opens = bar.OpenTime.UnixNanoseconds;
        while (core.NextWake <= opens)
        {
            core.Step(new Timestamp(core.NextWake == long.MinValue ? opens : core.NextWake));
            exchange.Take();
        }

        if (exchange.IsTouchedBy(in bar))
        {
            exchange.Trade(in bar);
        }

        core.Step(in bar);
        if (core.Commands.Count > 0)
        {
            exchange.Close(in bar);
            exchange.Take();
        }
    }
}

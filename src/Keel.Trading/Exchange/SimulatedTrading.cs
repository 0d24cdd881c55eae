using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Ledger;

namespace Keel.Trading.Exchange;

/// <summary>A core and a simulated exchange, fed with bars: the time first, then what the exchange makes of a bar, then the bar's close for the core.</summary>
public sealed class SimulatedTrading(TradingCore core, SimulatedExchange exchange)
{
    private readonly OrderBoard board = exchange.Board;
    private readonly bool watches = exchange.Watches;
    private long nextLook = exchange.NextLook;

    /// <summary>Bars seen.</summary>
    public long BarCount { get; private set; }

    /// <summary>Goes over bars in the order of time.</summary>
    public void Run(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            Trade(in bar, core.BarLength);
            Close(in bar);
        }

        Count(bars);
    }

    /// <summary>Goes over bars whose insides are known from finer ones: these trade, and the core sees the others. Where there are no finer ones, the bar itself trades.</summary>
    public void Run(ReadOnlySpan<Bar> bars, ReadOnlySpan<Bar> finer, Span finerLength)
    {
        var next = 0;
        foreach (ref readonly var bar in bars)
        {
            var (opens, ends) = (bar.OpenTime, new Timestamp(bar.OpenTime.UnixNanoseconds + core.BarLength));
            while (next < finer.Length && finer[next].OpenTime < opens)
            {
                next++;
            }

            if (next == finer.Length || finer[next].OpenTime >= ends)
            {
                Trade(in bar, core.BarLength);
            }

            for (; next < finer.Length && finer[next].OpenTime < ends; next++)
            {
                Trade(in finer[next], finerLength.Nanoseconds);
            }

            Close(in bar);
        }

        Count(bars);
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

    private void Count(ReadOnlySpan<Bar> bars)
    {
        BarCount += bars.Length;
        if (!bars.IsEmpty)
        {
            exchange.Close(in bars[^1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Trade(in Bar bar, long length)
    {
        var opens = bar.OpenTime.UnixNanoseconds;
        if (opens >= core.NextWake)
        {
            Wake(opens);
        }

        if (opens >= nextLook)
        {
            exchange.Look(opens);
            nextLook = exchange.NextLook;
        }

        if (board.IsTouchedBy(in bar))
        {
            exchange.Trade(in bar, length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wake(long opens)
    {
        while (core.NextWake <= opens)
        {
            core.Step(new Timestamp(core.NextWake == long.MinValue ? opens : core.NextWake));
            exchange.Take();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Close(in Bar bar)
    {
        core.Step(in bar);
        if (watches)
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

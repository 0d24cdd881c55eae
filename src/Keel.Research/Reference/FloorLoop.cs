using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Reference;

/// <summary>
/// Reference jobs 1 and 2 as an expert would write them by hand if nothing else were ever wanted: columns, local variables, one loop for the
/// time without a position within which another runs through each position. It is deliberately without parts: the platform's engine, which has
/// them, is judged by its trades and measured by its speed.
/// </summary>
public static class FloorLoop
{
    /// <summary>Room for the trades of a run over so many bars, more than the default set needs; the loop makes more when it is used up.</summary>
    public static ReferenceTrade[] Room(int bars) => new ReferenceTrade[(bars / 32) + 64];

    /// <summary>Runs a job and adds up what it gave.</summary>
    public static ReferenceOutcome Outcome(ReferenceSeries series, ReferenceParameters rules)
    {
        var tape = Room(series.Count);
        var count = Run(series, rules, ref tape, out var counts);
        return ReferenceOutcome.Of(tape.AsSpan(0, count), counts);
    }

    /// <summary>Runs a job; how many trades were written to the start of the tape, which is exchanged for a longer one when it is too short.</summary>
    public static int Run(
        ReferenceSeries series,
        ReferenceParameters rules,
        ref ReferenceTrade[] tape,
        out ReferenceCounts counts
    )
    {
        // Nothing here can overflow: prices and cents are far from the ends of an int, and checking would be part of what is measured.
        unchecked
        {
            var seconds = series.Seconds;
            var bars = seconds.Length;
            var opens = series.Opens[..bars];
            var highs = series.Highs[..bars];
            var lows = series.Lows[..bars];
            var closes = series.Closes[..bars];
            var slow = rules.Slow;
            counts = new ReferenceCounts { Signals = 0 };
            if (bars <= slow)
            {
                return 0;
            }

            var fastWeight = ReferenceAverage.Weight(rules.Fast);
            var slowWeight = ReferenceAverage.Weight(slow);
            var fastAverage = ReferenceAverage.After(closes[..slow], rules.Fast);
            var slowAverage = ReferenceAverage.After(closes[..slow], slow);
            var spread = fastAverage - slowAverage;
            var (trades, signals) = (0, 0L);
            var (dayEnd, flatAt, noEntryAt) = (0, 0, 0);

            var risk = new FloorRisk(rules);
            var i = slow;
            while (i < bars)
            {
                // Without a position: only averages, until their difference changes its sign. A product above zero is the common bar without a cross.
                var before = spread;
                for (; i < bars; i++)
                {
                    before = spread;
                    var close = (double)closes[i];
                    fastAverage += fastWeight * (close - fastAverage);
                    slowAverage += slowWeight * (close - slowAverage);
                    spread = fastAverage - slowAverage;
                    if (spread * before <= 0)
                    {
                        i++;
                        break;
                    }
                }

                var cross =
                    before <= 0 && spread > 0 ? 1
                    : before >= 0 && spread < 0 ? -1
                    : 0;
                if (cross == 0)
                {
                    continue;
                }

                var signalSecond = seconds[i - 1];
                if (signalSecond >= dayEnd)
                {
                    (dayEnd, flatAt, noEntryAt) = Day(signalSecond, rules);
                    risk.BeginDay();
                }

                if (signalSecond + 1 >= noEntryAt)
                {
                    continue;
                }

                signals++;
                if (!risk.Allows(signalSecond) || i == bars)
                {
                    continue;
                }

                // The entry, at the open of the bar after the signal.
                var entrySecond = seconds[i];
                if (entrySecond >= dayEnd)
                {
                    (dayEnd, flatAt, noEntryAt) = Day(entrySecond, rules);
                    risk.BeginDay();
                }

                if (entrySecond >= flatAt)
                {
                    continue;
                }

                var entry = opens[i];
                var fill = entry + (cross * rules.Slip);
                var lower = fill - (cross > 0 ? rules.Stop : rules.Target);
                var upper = fill + (cross > 0 ? rules.Target : rules.Stop);
                var turn = Math.Min(flatAt, dayEnd);

                // With a position: the clock and its two prices, until one of them is reached. The exit's bar is left to the loop above.
                while (true)
                {
                    for (; i < bars; i++)
                    {
                        if (seconds[i] >= turn || lows[i] <= lower || highs[i] >= upper)
                        {
                            break;
                        }

                        var close = (double)closes[i];
                        fastAverage += fastWeight * (close - fastAverage);
                        slowAverage += slowWeight * (close - slowAverage);
                        spread = fastAverage - slowAverage;
                    }

                    if (i == bars || seconds[i] < dayEnd)
                    {
                        break;
                    }

                    // Held overnight, which needs a flat time after the session's end.
                    (dayEnd, flatAt, noEntryAt) = Day(seconds[i], rules);
                    turn = Math.Min(flatAt, dayEnd);
                    risk.BeginDay();
                }

                var (reason, leave) = (ExitReason.EndOfData, closes[^1]);
                if (i < bars)
                {
                    var open = opens[i];
                    (reason, leave) =
                        seconds[i] >= flatAt ? (ExitReason.EndOfDay, open)
                        : cross > 0 && lows[i] <= lower ? (ExitReason.Stop, Math.Min(open, lower))
                        : cross < 0 && highs[i] >= upper ? (ExitReason.Stop, Math.Max(open, upper))
                        : (ExitReason.Target, cross > 0 ? upper : lower);
                }

                var exitSecond = seconds[Math.Min(i, bars - 1)];
                if (trades == tape.Length)
                {
                    Array.Resize(ref tape, (2 * trades) + 1);
                }

                ref var trade = ref tape[trades++];
                trade = Book(entrySecond, exitSecond, cross, entry, leave, reason, rules);
                risk.Booked(trade.Net, exitSecond);
            }

            counts = risk.Counts(signals);
            return trades;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int End, int FlatAt, int NoEntryAt) Day(int second, ReferenceParameters rules)
    {
        var midnight = ReferenceSessions.MidnightBefore(second);
        return (midnight + ReferenceSessions.SecondsPerDay, midnight + rules.Flat, midnight + rules.NoEntry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReferenceTrade Book(
        int entrySecond,
        int exitSecond,
        int direction,
        int entry,
        int leave,
        ExitReason reason,
        ReferenceParameters rules
    )
    {
        var exitSlip = reason == ExitReason.Target ? 0 : rules.Slip;
        return new ReferenceTrade
        {
            EntryTime = entrySecond * Timestamp.NanosecondsPerSecond,
            ExitTime = exitSecond * Timestamp.NanosecondsPerSecond,
            Direction = direction,
            EntryFill = entry + (direction * rules.Slip),
            ExitFill = leave - (direction * exitSlip),
            Reason = reason,
            Gross = ReferenceParameters.CentsPerTick * direction * (leave - entry),
            Commission = 2 * rules.FeeCents,
            Slippage = ReferenceParameters.CentsPerTick * (rules.Slip + exitSlip),
        };
    }
}

using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Reference;

/// <summary>
/// Reference jobs 1 and 2 as an expert would write them by hand if nothing else were ever wanted: one loop over columns, everything in local
/// variables. It is deliberately without parts: the platform's engine, which has them, is judged by its trades and measured by its speed.
/// </summary>
public static class FloorLoop
{
    /// <summary>Room for the trades of a run over so many bars, more than the default set needs; the loop makes more when it is used up.</summary>
    public static ReferenceTrade[] Room(int bars) => new ReferenceTrade[(bars / 32) + 64];

    /// <summary>Runs a job and adds up what it gave.</summary>
    public static ReferenceOutcome Outcome(ReferenceSeries series, ReferenceParameters rules)
    {
        var trades = Room(series.Count);
        var count = Run(series, rules, ref trades, out var counts);
        return ReferenceOutcome.Of(trades.AsSpan(0, count), counts);
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
            var opens = series.Opens[..seconds.Length];
            var highs = series.Highs[..seconds.Length];
            var lows = series.Lows[..seconds.Length];
            var closes = series.Closes[..seconds.Length];
            var slip = rules.Slip;
            var slow = rules.Slow;
            counts = new ReferenceCounts { Signals = 0 };
            if (seconds.Length <= slow)
            {
                return 0;
            }

            var fastWeight = 2.0 / (rules.Fast + 1);
            var slowWeight = 2.0 / (slow + 1);
            var fastAverage = Mean(closes[..rules.Fast]);
            var slowAverage = Mean(closes[..slow]);
            foreach (var close in closes[rules.Fast..slow])
            {
                fastAverage += fastWeight * (close - fastAverage);
            }

            var spread = fastAverage - slowAverage;

            var trades = 0;
            var signals = 0L;
            var pending = 0;
            var direction = 0;
            var lower = int.MinValue;
            var upper = int.MaxValue;
            var entryBar = 0;
            var dayEnd = 0;
            var flatAt = 0;
            var noEntryAt = 0;
            var risk = rules.Risk;
            var worst = rules.WorstCents;
            var dayNet = 0;
            var losses = 0;
            var pauseEnd = 0;
            var worstDay = 0;
            var (byDayLimit, byPause, byTradeRisk, byWorstCase) = (0L, 0L, 0L, 0L);

            for (var i = slow; i < seconds.Length; i++)
            {
                var second = seconds[i];
                if (second >= dayEnd)
                {
                    var midnight = ReferenceSessions.MidnightBefore(second);
                    dayEnd = midnight + ReferenceSessions.SecondsPerDay;
                    flatAt = midnight + rules.Flat;
                    noEntryAt = midnight + rules.NoEntry - 1;
                    (dayNet, losses, pauseEnd) = (0, 0, 0);
                }

                if (pending != 0)
                {
                    if (second < flatAt)
                    {
                        direction = pending;
                        entryBar = i;
                        var fill = opens[i] + (direction * slip);
                        lower = fill - (direction > 0 ? rules.Stop : rules.Target);
                        upper = fill + (direction > 0 ? rules.Target : rules.Stop);
                    }

                    pending = 0;
                }

                if (direction != 0)
                {
                    ExitReason reason;
                    int leave;
                    if (second >= flatAt)
                    {
                        (reason, leave) = (ExitReason.EndOfDay, opens[i]);
                    }
                    else if (direction > 0)
                    {
                        reason =
                            lows[i] <= lower ? ExitReason.Stop
                            : highs[i] >= upper ? ExitReason.Target
                            : ExitReason.None;
                        leave = reason == ExitReason.Stop ? Math.Min(opens[i], lower) : upper;
                    }
                    else
                    {
                        reason =
                            highs[i] >= upper ? ExitReason.Stop
                            : lows[i] <= lower ? ExitReason.Target
                            : ExitReason.None;
                        leave = reason == ExitReason.Stop ? Math.Max(opens[i], upper) : lower;
                    }

                    if (reason != ExitReason.None)
                    {
                        if (trades == tape.Length)
                        {
                            Array.Resize(ref tape, 2 * trades);
                        }

                        ref var trade = ref tape[trades++];
                        trade = Book(seconds[entryBar], second, direction, opens[entryBar], leave, reason, rules);
                        direction = 0;
                        if (risk is not null)
                        {
                            var net = (int)trade.Net;
                            dayNet += net;
                            worstDay = Math.Min(worstDay, dayNet);
                            losses = net < 0 ? losses + 1 : 0;
                            if (losses >= risk.LongStreak)
                            {
                                pauseEnd = second + risk.LongPause;
                            }
                            else if (net < 0 && losses == risk.ShortStreak)
                            {
                                pauseEnd = second + risk.ShortPause;
                            }
                        }
                    }
                }

                var before = spread;
                var price = (double)closes[i];
                fastAverage += fastWeight * (price - fastAverage);
                slowAverage += slowWeight * (price - slowAverage);
                spread = fastAverage - slowAverage;

                // A product above zero is the common bar without a cross; at zero or below it is looked at closely.
                if (spread * before <= 0 && direction == 0 && second < noEntryAt)
                {
                    var cross =
                        before <= 0 && spread > 0 ? 1
                        : before >= 0 && spread < 0 ? -1
                        : 0;
                    if (cross != 0)
                    {
                        signals++;
                        if (risk is null)
                        {
                            pending = cross;
                        }
                        else if (dayNet <= -risk.DayLimitCents)
                        {
                            byDayLimit++;
                        }
                        else if (second < pauseEnd)
                        {
                            byPause++;
                        }
                        else if (worst > risk.TradeLimitCents)
                        {
                            byTradeRisk++;
                        }
                        else if (dayNet - worst < -risk.DayLimitCents)
                        {
                            byWorstCase++;
                        }
                        else
                        {
                            pending = cross;
                        }
                    }
                }
            }

            if (direction != 0)
            {
                if (trades == tape.Length)
                {
                    Array.Resize(ref tape, trades + 1);
                }

                var last = Book(
                    seconds[entryBar],
                    seconds[^1],
                    direction,
                    opens[entryBar],
                    closes[^1],
                    ExitReason.EndOfData,
                    rules
                );
                tape[trades++] = last;
                worstDay = risk is null ? 0 : Math.Min(worstDay, dayNet + (int)last.Net);
            }

            counts = new ReferenceCounts
            {
                Signals = signals,
                RefusedByDayLimit = byDayLimit,
                RefusedByPause = byPause,
                RefusedByTradeRisk = byTradeRisk,
                RefusedByWorstCase = byWorstCase,
                WorstDay = worstDay,
            };
            return trades;
        }
    }

    private static double Mean(ReadOnlySpan<int> closes)
    {
        var sum = 0L;
        foreach (var close in closes)
        {
            sum += close;
        }

        return (double)sum / closes.Length;
    }

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

using Keel.Domain;
using Keel.Research.Reference;
using Keel.Trading.Ledger;

namespace Keel.Research.Tests.Reference;

/// <summary>The rules of jobs 1 and 2 step by step, one bar after the other, as they are written down: slow and obvious, for settings that no table has.</summary>
internal sealed class RuleBook(ReferenceSeries series, ReferenceParameters rules)
{
    private readonly List<ReferenceTrade> trades = [];
    private readonly ReferenceRisk? risk = rules.Risk;
    private int direction;
    private int pending;
    private int entryBar;
    private int dayNet;
    private int losses;
    private int pauseEnd;
    private ReferenceCounts counts = new() { Signals = 0 };

    public ReferenceOutcome Run()
    {
        double? before = null;
        var (fast, slow, day) = (0.0, 0.0, -1);
        for (var bar = 0; bar < series.Count; bar++)
        {
            var ofDay = series.Seconds[bar] - ReferenceSessions.MidnightBefore(series.Seconds[bar]);
            if (series.Seconds[bar] / ReferenceSessions.SecondsPerDay != day)
            {
                day = series.Seconds[bar] / ReferenceSessions.SecondsPerDay;
                (dayNet, losses, pauseEnd) = (0, 0, 0);
            }

            if (direction != 0 && ofDay >= rules.Flat)
            {
                Leave(bar, ofDay, series.Opens[bar], ExitReason.EndOfDay);
            }

            if (pending != 0 && ofDay < rules.Flat)
            {
                (direction, entryBar) = (pending, bar);
            }

            pending = 0;
            Protect(bar, ofDay);
            Average(bar, rules.Fast, ref fast);
            Average(bar, rules.Slow, ref slow);
            double? spread = bar < rules.Slow - 1 ? null : fast - slow;
            var cross =
                before <= 0 && spread > 0 ? 1
                : before >= 0 && spread < 0 ? -1
                : 0;
            before = spread;
            if (cross != 0 && direction == 0 && ofDay + 1 < rules.NoEntry)
            {
                counts = counts with { Signals = counts.Signals + 1 };
                pending = Allowed(ofDay) ? cross : 0;
            }
        }

        if (direction != 0)
        {
            Leave(series.Count - 1, 0, series.Closes[^1], ExitReason.EndOfData);
        }

        return ReferenceOutcome.Of([.. trades], counts);
    }

    private void Average(int bar, int period, ref double average)
    {
        if (bar == period - 1)
        {
            average = ReferenceAverage.After(series.Closes[..period], period);
        }
        else if (bar >= period)
        {
            average += ReferenceAverage.Weight(period) * (series.Closes[bar] - average);
        }
    }

    private void Protect(int bar, int ofDay)
    {
        if (direction == 0)
        {
            return;
        }

        var fill = series.Opens[entryBar] + (direction * rules.Slip);
        var stop = fill - (direction * rules.Stop);
        var target = fill + (direction * rules.Target);
        var open = series.Opens[bar];
        var (worstPrice, bestPrice) =
            direction > 0 ? (series.Lows[bar], series.Highs[bar]) : (series.Highs[bar], series.Lows[bar]);
        if ((worstPrice - stop) * direction <= 0)
        {
            Leave(bar, ofDay, (open - stop) * direction < 0 ? open : stop, ExitReason.Stop);
        }
        else if ((bestPrice - target) * direction >= 0)
        {
            Leave(bar, ofDay, target, ExitReason.Target);
        }
    }

    private bool Allowed(int ofDay)
    {
        if (risk is null)
        {
            return true;
        }

        if (dayNet <= -risk.DayLimitCents)
        {
            counts = counts with { RefusedByDayLimit = counts.RefusedByDayLimit + 1 };
            return false;
        }

        if (ofDay < pauseEnd)
        {
            counts = counts with { RefusedByPause = counts.RefusedByPause + 1 };
            return false;
        }

        if (rules.WorstCents > risk.TradeLimitCents)
        {
            counts = counts with { RefusedByTradeRisk = counts.RefusedByTradeRisk + 1 };
            return false;
        }

        var beyond = dayNet - rules.WorstCents < -risk.DayLimitCents;
        counts = beyond ? counts with { RefusedByWorstCase = counts.RefusedByWorstCase + 1 } : counts;
        return !beyond;
    }

    private void Leave(int bar, int ofDay, int price, ExitReason reason)
    {
        var entry = series.Opens[entryBar];
        var exitSlip = reason == ExitReason.Target ? 0 : rules.Slip;
        var trade = new ReferenceTrade
        {
            EntryTime = series.Seconds[entryBar] * Timestamp.NanosecondsPerSecond,
            ExitTime = series.Seconds[bar] * Timestamp.NanosecondsPerSecond,
            Direction = direction,
            EntryFill = entry + (direction * rules.Slip),
            ExitFill = price - (direction * exitSlip),
            Reason = reason,
            Gross = ReferenceParameters.CentsPerTick * direction * (price - entry),
            Commission = 2 * rules.FeeCents,
            Slippage = ReferenceParameters.CentsPerTick * (rules.Slip + exitSlip),
        };
        trades.Add(trade);
        direction = 0;
        if (risk is null)
        {
            return;
        }

        dayNet += (int)trade.Net;
        counts = counts with { WorstDay = Math.Min(counts.WorstDay, dayNet) };
        losses = trade.Net < 0 ? losses + 1 : 0;
        if (losses >= risk.LongStreak)
        {
            pauseEnd = ofDay + risk.LongPause;
        }
        else if (losses > 0 && losses == risk.ShortStreak)
        {
            pauseEnd = ofDay + risk.ShortPause;
        }
    }
}

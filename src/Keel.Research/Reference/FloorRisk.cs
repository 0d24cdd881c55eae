using System.Runtime.CompilerServices;

namespace Keel.Research.Reference;

/// <summary>The risk rules of reference job 2, by hand: apart from the loop, which needs them only at signals and exits.</summary>
internal struct FloorRisk(ReferenceParameters rules)
{
    private readonly ReferenceRisk? risk = rules.Risk;
    private readonly int worst = rules.WorstCents;
    private int dayNet;
    private int losses;
    private int pauseEnd;
    private int worstDay;
    private long byDayLimit;
    private long byPause;
    private long byTradeRisk;
    private long byWorstCase;

    /// <summary>Forgets the day before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void BeginDay() => (dayNet, losses, pauseEnd) = (0, 0, 0);

    /// <summary>Whether an entry may follow a signal of this second; the first reason against it is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Allows(int second)
    {
        if (risk is null)
        {
            return true;
        }

        if (dayNet <= -risk.DayLimitCents)
        {
            byDayLimit++;
            return false;
        }

        if (second < pauseEnd)
        {
            byPause++;
            return false;
        }

        if (worst > risk.TradeLimitCents)
        {
            byTradeRisk++;
            return false;
        }

        if (dayNet - worst < -risk.DayLimitCents)
        {
            byWorstCase++;
            return false;
        }

        return true;
    }

    /// <summary>Books a trade that left at this second.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Booked(long net, int second)
    {
        if (risk is null)
        {
            return;
        }

        dayNet += (int)net;
        worstDay = Math.Min(worstDay, dayNet);
        if (net >= 0)
        {
            losses = 0;
            return;
        }

        losses++;
        if (losses >= risk.LongStreak)
        {
            pauseEnd = second + risk.LongPause;
        }
        else if (losses == risk.ShortStreak)
        {
            pauseEnd = second + risk.ShortPause;
        }
    }

    /// <summary>What was counted, beside so many signals.</summary>
    public readonly ReferenceCounts Counts(long signals) =>
        new()
        {
            Signals = signals,
            RefusedByDayLimit = byDayLimit,
            RefusedByPause = byPause,
            RefusedByTradeRisk = byTradeRisk,
            RefusedByWorstCase = byWorstCase,
            WorstDay = worstDay,
        };
}

using Keel.Domain;

namespace Keel.Trading.Risk.Controls;

/// <summary>How long entries are on hold after a breach: a while, and for the rest of the trading day once it has happened too often on it.</summary>
internal struct Patience(Span hold, int endsWith)
{
    private int day = int.MinValue;
    private int breaches;

    /// <summary>Counts a breach and gives the end of its hold; the largest number for the rest of the day.</summary>
    public long HoldUntil(long now, int today)
    {
        breaches = today == day ? breaches + 1 : 1;
        day = today;
        return breaches >= endsWith ? long.MaxValue : now + hold.Nanoseconds;
    }
}

using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Shape;

/// <summary>What one-second bars show in regular hours: pauses, bounce, and how often the price is elsewhere half a minute later. Fed day by day.</summary>
public sealed class SecondsShape
{
    private const int LookAhead = 30;
    private const int FarMove = 3;

    private long regularSeconds;
    private long regularTraded;
    private long otherSeconds;
    private long otherTraded;
    private long looks;
    private long far;
    private long changes;
    private double sumSquares;
    private double sumProducts;
    private int[] closes = [];

    /// <summary>The share of regular seconds without a trade.</summary>
    public double QuietRegular => 1 - ((double)regularTraded / regularSeconds);

    /// <summary>The share of the other seconds of the session without a trade.</summary>
    public double QuietOther => 1 - ((double)otherTraded / otherSeconds);

    /// <summary>The share of regular seconds from which the last price thirty seconds later is more than three ticks away.</summary>
    public double FarAfterHalfMinute => (double)far / looks;

    /// <summary>The first autocorrelation of one-second changes of the last price, carried over quiet seconds.</summary>
    public double BounceOfSecond => sumProducts / sumSquares;

    /// <summary>The standard deviation of those changes, in ticks.</summary>
    public double SdTicks => Math.Sqrt(sumSquares / changes);

    /// <summary>Takes in a day's one-second bars.</summary>
    public void Add(TradingSession session, ReadOnlySpan<Bar> bars)
    {
        if (session.Hours is not { } hours)
        {
            return;
        }

        var all = Seconds(hours.Length);
        var (start, length) = session.RegularHours is { } regular ? (regular.Start, Seconds(regular.Length)) : (hours.Start, 0);
        if (closes.Length < length)
        {
            closes = new int[length];
        }

        var prices = closes.AsSpan(0, length);
        prices.Clear();
        var traded = 0;
        foreach (ref readonly var bar in bars)
        {
            var at = Seconds(bar.OpenTime - start);
            if (bar.OpenTime >= start && at < length)
            {
                prices[at] = (int)bar.Close.InTicks;
                traded++;
            }
        }

        regularSeconds += length;
        regularTraded += traded;
        otherSeconds += all - length;
        otherTraded += bars.Length - traded;
        Look(prices);
    }

    private static int Seconds(Span time) => (int)(time.Nanoseconds / Timestamp.NanosecondsPerSecond);

    private void Look(Span<int> prices)
    {
        var first = 0;
        while (first < prices.Length && prices[first] == 0)
        {
            first++;
        }

        long before = 0;
        for (var i = first + 1; i < prices.Length; i++)
        {
            prices[i] = prices[i] == 0 ? prices[i - 1] : prices[i];
            long change = prices[i] - prices[i - 1];
            sumSquares += change * change;
            sumProducts += change * before;
            changes++;
            before = change;
        }

        for (var i = first; i + LookAhead < prices.Length; i++)
        {
            looks++;
            far += Math.Abs(prices[i + LookAhead] - prices[i]) > FarMove ? 1 : 0;
        }
    }
}

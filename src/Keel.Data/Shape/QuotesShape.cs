using Keel.Data.Synthetic;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Shape;

/// <summary>What quotes show: how long the spread is one tick, and the mids at the end of each minute. Fed day by day.</summary>
public sealed class QuotesShape
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;

    private readonly List<Bar> mids = [];
    private long narrow;
    private long total;

    /// <summary>The share of regular time in which the spread is one tick.</summary>
    public double OneTickShare => (double)narrow / total;

    /// <summary>The mids at the end of each minute as bars, their prices in half ticks.</summary>
    public ReadOnlySpan<Bar> Mids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mids);

    /// <summary>Takes in the changes of the best prices of one day.</summary>
    public void Add(TradingSession session, IReadOnlyList<QuoteChange> quotes)
    {
        if (session.Hours is not { } hours || quotes.Count == 0)
        {
            return;
        }

        Time(session.RegularHours ?? hours, quotes, hours.End);
        var at = 0;
        for (var end = hours.Start.UnixNanoseconds + Minute; end <= hours.End.UnixNanoseconds; end += Minute)
        {
            while (at + 1 < quotes.Count && quotes[at + 1].Time.UnixNanoseconds < end)
            {
                at++;
            }

            // A quiet minute has the quote that still stands; so has a halt.
            var opened = new Timestamp(end - Minute);
            if (quotes[at].Time.UnixNanoseconds < end)
            {
                var mid = new Price(quotes[at].MidInHalfTicks);
                mids.Add(new Bar(opened, mid, mid, mid, mid, Quantity.Zero));
            }
        }
    }

    private void Time(TimeRange regular, IReadOnlyList<QuoteChange> quotes, Timestamp end)
    {
        for (var i = 0; i < quotes.Count; i++)
        {
            var from = Math.Max(quotes[i].Time.UnixNanoseconds, regular.Start.UnixNanoseconds);
            var until = i + 1 < quotes.Count ? quotes[i + 1].Time : end;
            var lasted = Math.Min(until.UnixNanoseconds, regular.End.UnixNanoseconds) - from;
            if (lasted > 0)
            {
                total += lasted;
                narrow += (quotes[i].Ask - quotes[i].Bid).Count == 1 ? lasted : 0;
            }
        }
    }
}

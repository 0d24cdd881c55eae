using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The sessions of one calendar year, by day and by open.</summary>
internal sealed class SessionYear
{
    private readonly long[] opens;

    public SessionYear(ISessionTemplate template, int year)
    {
        var first = new LocalDate(year, 1, 1);
        var opening = new List<TradingSession>(366);
        var startTimes = new List<long>(366);
        ByDay = new TradingSession?[Period.DaysBetween(first, first.PlusYears(1))];
        for (var i = 0; i < ByDay.Length; i++)
        {
            ByDay[i] = template.On(first.PlusDays(i));
            if (ByDay[i] is { Hours: { } hours } session)
            {
                opening.Add(session);
                startTimes.Add(hours.Start.UnixNanoseconds);
            }
        }

        Opening = [.. opening];
        opens = [.. startTimes];
    }

    /// <summary>By day of the year, from 0; null on days that are no trading days.</summary>
    public TradingSession?[] ByDay { get; }

    /// <summary>The sessions that do open, in order.</summary>
    public TradingSession[] Opening { get; }

    /// <summary>The place among <see cref="Opening"/> of the latest one open by an instant; -1 before the first.</summary>
    public int LastOpenedAt(long instant)
    {
        var place = Array.BinarySearch(opens, instant);
        return place >= 0 ? place : ~place - 1;
    }
}

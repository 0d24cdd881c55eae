using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The sessions of a template, made a year at a time when first asked for and kept in order of their opens.</summary>
internal sealed class SessionTable(ISessionTemplate template)
{
    // Wider than any market data; the rules of New York's clock and of Easter hold throughout.
    public static readonly LocalDate FirstDay = new(1900, 1, 1);
    public static readonly LocalDate LastDay = new(2200, 12, 31);

    private readonly SessionYear?[] years = new SessionYear?[LastDay.Year - FirstDay.Year + 1];

    /// <summary>The session of a date; null on a date that is no trading day.</summary>
    public TradingSession? On(LocalDate day) => day < FirstDay || day > LastDay ? null : Year(day.Year).ByDay[day.DayOfYear - 1];

    /// <summary>The latest session that has opened by an instant, open or closed by now; null before the first.</summary>
    public TradingSession? LastOpenedAt(Timestamp instant)
    {
        // A session of January 1 would open on the evening before, in the old year, hence a day ahead.
        var ahead = instant.ToInstant() + Duration.FromDays(1);
        var year = Math.Min(ahead.InUtc().Year, LastDay.Year);
        for (; year >= FirstDay.Year; year--)
        {
            var sessions = Year(year);
            var place = sessions.LastOpenedAt(instant.UnixNanoseconds);
            if (place >= 0)
            {
                return sessions.Opening[place];
            }
        }

        return null;
    }

    /// <summary>The first session that opens after an instant; null after the last.</summary>
    public TradingSession? FirstOpeningAfter(Timestamp instant)
    {
        var year = Math.Max((instant.ToInstant() - Duration.FromDays(1)).InUtc().Year, FirstDay.Year);
        for (; year <= LastDay.Year; year++)
        {
            var sessions = Year(year);
            var place = sessions.LastOpenedAt(instant.UnixNanoseconds) + 1;
            if (place < sessions.Opening.Length)
            {
                return sessions.Opening[place];
            }
        }

        return null;
    }

    // Two threads may make the same year at once; the first to finish is kept, and both are equal.
    private SessionYear Year(int year)
    {
        ref var slot = ref years[year - FirstDay.Year];
        var kept = Volatile.Read(ref slot);
        if (kept is not null)
        {
            return kept;
        }

        var made = new SessionYear(template, year);
        return Interlocked.CompareExchange(ref slot, made, null) ?? made;
    }
}

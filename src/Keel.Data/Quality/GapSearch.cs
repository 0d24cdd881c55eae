using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Quality;

/// <summary>
/// Finds gaps by the hours an instrument keeps; where nobody knows them, by the index futures' hours if the bars keep those, else by the clock
/// alone, so that a daily break is not taken for a gap every day.
/// </summary>
internal sealed class GapSearch
{
    private const int OneIn = 50;
    private readonly GapFinder own;
    private readonly GapFinder? guess;
    private long bars;

    public GapSearch(ITradingHours hours, BarLength length)
    {
        own = new GapFinder(hours, length);
        guess = hours is TradingCalendar ? null : new GapFinder(TradingCalendar.EquityIndex, length);
    }

    /// <summary>The finder whose hours the bars keep.</summary>
    public GapFinder Found => guess is not null && guess.OutsideSessions * OneIn <= bars ? guess : own;

    /// <summary>Bars outside every session of the instrument's own calendar.</summary>
    public long OutsideSessions => own.OutsideSessions;

    /// <summary>Takes the next bars into account.</summary>
    public void Look(ReadOnlySpan<Bar> next)
    {
        own.Look(next);
        guess?.Look(next);
        bars += next.Length;
    }
}

using Keel.Data.TimeSeries;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Hours;

/// <summary>Looks at bars through trading hours: leaves out what lies outside them, and joins short bars to longer ones.</summary>
public static class SessionView
{
    /// <summary>The hours that an instrument keeps: its calendar, or the New York clock where none is known or the clock is asked for.</summary>
    public static ITradingHours HoursOf(string? calendar, HoursChoice choice) =>
        choice == HoursChoice.Clock || calendar is null ? ClockHours.NewYork : TradingCalendar.Find(calendar);

    /// <summary>The bars of a reader that lie in the chosen hours, joined to bars of another length if one is given. The view owns the reader.</summary>
    public static BarReader Of(BarReader bars, ITradingHours hours, HoursChoice choice, BarLength? length)
    {
        var view = bars;
        if (choice != HoursChoice.All)
        {
            view = new HoursFilter(view, hours, choice);
        }

        return length is null ? view : new BarAggregator(view, hours, choice, length.Value);
    }
}

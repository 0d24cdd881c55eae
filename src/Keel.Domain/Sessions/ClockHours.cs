using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>Trading days by New York's clock alone, without any table of holidays: for data older than the tables, or without a calendar.</summary>
/// <remarks>
/// The trading day is the New York date six hours later, so it begins at 18:00. Regular hours (09:30 to 16:00 unless told otherwise) come on every date, weekends
/// included; whatever else there is counts as electronic hours. Nothing is ever closed.
/// </remarks>
public sealed class ClockHours : ITradingHours
{
    private static readonly Duration Ahead = Duration.FromHours(6);

    private readonly RegularHours regular;

    private ClockHours(RegularHours regular) => this.regular = regular;

    /// <summary>Regular hours as the stock exchanges keep them.</summary>
    public static ClockHours NewYork { get; } = WithRegularHours(new LocalTime(9, 30), new LocalTime(16, 0));

    /// <inheritdoc />
    public string Name => "new_york_clock";

    /// <summary>The same rule with other regular hours, on New York's clock.</summary>
    public static ClockHours WithRegularHours(LocalTime from, LocalTime to) =>
        new(new RegularHours(from, to, TradingZones.NewYork));

    /// <summary>The same rule with the regular hours of a calendar, but none of its holidays and closes; New York's where all of its hours are regular.</summary>
    public static ClockHours WithRegularHoursOf(TradingCalendar calendar) =>
        calendar.RegularTimes is { } times ? new ClockHours(times) : NewYork;

    /// <summary>The trading day of an instant.</summary>
    public LocalDate TradingDayAt(Timestamp instant) => (instant.ToInstant() + Ahead).InZone(regular.Zone).Date;

    /// <summary>Regular or electronic hours.</summary>
    public DayPart PartAt(Timestamp instant) => SessionAt(instant).PartAt(instant);

    /// <summary>The day around an instant, from 18:00 to 18:00; nobody has checked that anything trades on it.</summary>
    public TradingSession SessionAt(Timestamp instant)
    {
        var day = TradingDayAt(instant);
        var hours = new TimeRange(Start(day), Start(day.PlusDays(1)));
        return new TradingSession
        {
            Day = day,
            Kind = SessionKind.Regular,
            Hours = hours,
            RegularHours = regular.On(day, hours, cut: null),
            IsKnown = false,
        };
    }

    /// <inheritdoc />
    public SessionStretch StretchAt(Timestamp instant) => SessionAt(instant).StretchAt(instant);

    private Timestamp Start(LocalDate day) => Timestamp.FromInstant(regular.Zone.AtStartOfDay(day).ToInstant() - Ahead);
}

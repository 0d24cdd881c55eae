using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>A market that never closes: every UTC date is a session of 24 hours, all of it regular unless told otherwise.</summary>
internal sealed class ContinuousTemplate(RegularHours? regular) : ISessionTemplate
{
    public DateTimeZone Zone => DateTimeZone.Utc;

    public RegularHours? Regular => regular;

    public ISessionTemplate With(RegularHours regular) => new ContinuousTemplate(regular);

    public TradingSession On(LocalDate day)
    {
        var hours = new TimeRange(Midnight(day), Midnight(day.PlusDays(1)));
        return new TradingSession
        {
            Day = day,
            Kind = SessionKind.Regular,
            Hours = hours,
            RegularHours = regular is null ? hours : regular.On(day, hours, cut: null),
            TradeDate = day,
            EarliestClose = hours.End,
        };
    }

    private static Timestamp Midnight(LocalDate day) => RegularHours.At(day, LocalTime.Midnight, DateTimeZone.Utc);
}

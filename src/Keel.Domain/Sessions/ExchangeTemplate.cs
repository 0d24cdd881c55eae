using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The week of a CME product group: opens at 17:00 Chicago on the evening before, closes by rule or by a dated exception.</summary>
internal sealed class ExchangeTemplate(
    ExchangeRules rules,
    RegularHours regular,
    DateInterval known,
    IReadOnlyDictionary<LocalDate, SessionException> exceptions
) : ISessionTemplate
{
    private static readonly LocalTime Open = new(17, 0);
    private static readonly LocalTime PauseFrom = new(15, 15);
    private static readonly LocalTime PauseTo = new(15, 30);

    public DateTimeZone Zone => TradingZones.Chicago;

    public RegularHours? Regular => regular;

    public ISessionTemplate With(RegularHours regular) => new ExchangeTemplate(rules, regular, known, exceptions);

    public TradingSession? On(LocalDate day)
    {
        if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return null;
        }

        var isKnown = known.Contains(day);
        var kindOfDay = ExchangeHolidays.KindOf(day);
        exceptions.TryGetValue(day, out var exception);
        var hours = exception?.Hours ?? (isKnown ? rules.On(day, kindOfDay) : rules.Expected(kindOfDay));
        var note = exception?.Note ?? NoteOn(day, kindOfDay, hours);
        if (hours.Close is not { } close)
        {
            return new TradingSession
            {
                Day = day,
                Kind = hours.Kind,
                Hours = null,
                RegularHours = null,
                IsKnown = isKnown,
                Note = note,
            };
        }

        var session = new TimeRange(At(day.PlusDays(-1), Open), At(day, close));
        return new TradingSession
        {
            Day = day,
            Kind = hours.Kind,
            Hours = session,
            RegularHours = hours.RegularUntil is null ? null : regular.On(day, session, Cut(day, hours)),
            Pause = HasPause(day, hours) ? new TimeRange(At(day, PauseFrom), At(day, PauseTo)) : null,
            TradeDate = hours.Kind == SessionKind.HolidayHalt ? NextBusinessDay(day) : day,
            EarliestClose = At(day, hours.EarliestClose ?? close),
            IsKnown = isKnown,
            Note = note,
        };
    }

    private bool HasPause(LocalDate day, DayHours hours) => hours.Kind == SessionKind.Regular && day <= rules.LastDayWithPause;

    private static Timestamp? Cut(LocalDate day, DayHours hours) =>
        hours.RegularUntil is { } until && until != LocalTime.MaxValue ? RegularHours.At(day, until, TradingZones.NewYork) : null;

    // Trades of a holiday that halts at midday clear together with the session that opens in the evening.
    private static LocalDate NextBusinessDay(LocalDate day)
    {
        var next = day.PlusDays(1);
        while (!ExchangeHolidays.IsBusinessDay(next))
        {
            next = next.PlusDays(1);
        }

        return next;
    }

    private static string NoteOn(LocalDate day, ExchangeDays kindOfDay, DayHours hours) =>
        hours.Kind switch
        {
            SessionKind.Regular => "",
            SessionKind.Closed => ExchangeHolidays.NameOf(day) ?? "",
            SessionKind.HolidayHalt => $"{ExchangeHolidays.NameOf(day)}: halt at {hours.Close:HH:mm} Chicago",
            SessionKind.EarlyClose => $"{Eve(kindOfDay)}: close at {hours.Close:HH:mm} Chicago",
        };

    private static string Eve(ExchangeDays kindOfDay) =>
        kindOfDay switch
        {
            ExchangeDays.DayAfterThanksgiving => "day after Thanksgiving",
            ExchangeDays.ChristmasEve => "Christmas Eve",
            ExchangeDays.IndependenceEve => "eve of Independence Day",
            _ => "early close",
        };

    private static Timestamp At(LocalDate date, LocalTime time) => RegularHours.At(date, time, TradingZones.Chicago);
}

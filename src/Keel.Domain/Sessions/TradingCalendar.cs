using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>When a market trades: its sessions by rule and dated exception, and what any instant is to it. Immutable, for any thread.</summary>
/// <remarks>
/// Answers reach from 1900 to 2200. Outside the known days a session says so (<see cref="TradingSession.IsKnown"/>) and takes the
/// earliest close that any rule for such a day ever gave.
/// </remarks>
public sealed class TradingCalendar : ITradingHours
{
    private readonly ISessionTemplate template;
    private readonly SessionTable table;
    private readonly DateInterval known;
    private readonly Lazy<IReadOnlyList<UnscheduledStop>> stops;

    private TradingCalendar(
        string name,
        ISessionTemplate template,
        DateInterval known,
        Lazy<IReadOnlyList<UnscheduledStop>> stops
    )
    {
        this.template = template;
        this.known = known;
        table = new SessionTable(template);
        Name = name;
        this.stops = stops;
    }

    /// <summary>CME equity index futures: MES ES MNQ NQ M2K RTY MYM YM.</summary>
    public static TradingCalendar EquityIndex { get; } = Of(ExchangeRules.EquityIndex);

    /// <summary>Crude oil futures, MCL and CL; metals keep the same hours.</summary>
    public static TradingCalendar EnergyCrude { get; } = Of(ExchangeRules.EnergyCrude);

    /// <summary>A market that never closes, such as crypto: a session per UTC day, weekends included, all of it regular hours.</summary>
    public static TradingCalendar Continuous { get; } =
        new(
            "continuous",
            new ContinuousTemplate(regular: null),
            new DateInterval(SessionTable.FirstDay, SessionTable.LastDay),
            new Lazy<IReadOnlyList<UnscheduledStop>>([])
        );

    /// <summary>Every calendar there is.</summary>
    public static IReadOnlyList<TradingCalendar> All { get; } = [EquityIndex, EnergyCrude, Continuous];

    /// <summary>What profiles and reports call it, such as <c>equity_index</c>.</summary>
    public string Name { get; }

    /// <summary>The zone in which a trading day is a date.</summary>
    public DateTimeZone Zone => template.Zone;

    /// <summary>The clock times of its regular hours; null where all hours are.</summary>
    internal RegularHours? RegularTimes => template.Regular;

    /// <summary>The first day of the dated tables.</summary>
    public LocalDate FirstKnownDay => known.Start;

    /// <summary>The last day of the dated tables.</summary>
    public LocalDate LastKnownDay => known.End;

    /// <summary>Outages and market-wide breakers, in order.</summary>
    public IReadOnlyList<UnscheduledStop> Stops => stops.Value;

    /// <summary>The calendar of a name; false when there is none.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TradingCalendar? calendar)
    {
        calendar = null;
        foreach (var candidate in All)
        {
            calendar = candidate.Name == name ? candidate : calendar;
        }

        return calendar is not null;
    }

    /// <summary>The calendar of a name; throws when there is none.</summary>
    public static TradingCalendar Find(string name) =>
        TryFind(name, out var calendar)
            ? calendar
            : throw new ArgumentException(
                $"there is no calendar '{name}': use {string.Join(", ", All.Select(one => one.Name))}",
                nameof(name)
            );

    /// <summary>The same calendar with other regular hours; an early close cuts them where it cuts the usual ones.</summary>
    public TradingCalendar WithRegularHours(LocalTime from, LocalTime to, DateTimeZone zone) =>
        new(Name, template.With(new RegularHours(from, to, zone)), known, stops);

    /// <summary>Whether a date lies inside the dated tables.</summary>
    public bool Knows(LocalDate day) => known.Contains(day);

    /// <summary>Whether the trading day of an instant, or between sessions its date, lies inside the dated tables.</summary>
    public bool Knows(Timestamp instant) => Knows(TradingDayAt(instant) ?? instant.ToInstant().InZone(Zone).Date);

    /// <summary>The session of a date, also when it is a closed holiday; null on a date that is never a trading day, such as a Sunday.</summary>
    public TradingSession? SessionOn(LocalDate day) => table.On(day);

    /// <summary>The session whose hours contain an instant, a scheduled pause included; null between sessions.</summary>
    public TradingSession? SessionAt(Timestamp instant) =>
        table.LastOpenedAt(instant) is { } last && instant < CloseOf(last) ? last : null;

    /// <summary>The part of the day at an instant; closed between sessions and in a scheduled pause.</summary>
    public DayPart PartAt(Timestamp instant) => SessionAt(instant)?.PartAt(instant) ?? DayPart.Closed;

    /// <summary>The trading day of an instant; null between sessions (a scheduled pause lies inside its day).</summary>
    public LocalDate? TradingDayAt(Timestamp instant) => SessionAt(instant)?.Day;

    /// <summary>The next instant after this one at which a session opens or, inside a scheduled pause, trading resumes.</summary>
    public Timestamp NextOpen(Timestamp instant) =>
        SessionAt(instant)?.Pause is { } pause && pause.Contains(instant) ? pause.End : HoursOf(OpeningAfter(instant)).Start;

    /// <summary>The next instant after this one at which a session closes; the start of a scheduled pause is no close.</summary>
    public Timestamp NextClose(Timestamp instant) => CloseOf(SessionAt(instant) ?? OpeningAfter(instant));

    /// <summary>The earliest close that any source gives for the trading day of an instant, past or yet to come; null between sessions.</summary>
    public Timestamp? FlatBy(Timestamp instant) => SessionAt(instant)?.EarliestClose;

    /// <summary>The sessions from a date up to, not including, another, closed holidays among them.</summary>
    public IEnumerable<TradingSession> Sessions(LocalDate from, LocalDate toExclusive)
    {
        for (var day = from; day < toExclusive; day = day.PlusDays(1))
        {
            if (table.On(day) is { } session)
            {
                yield return session;
            }
        }
    }

    /// <summary>The stretches of a period in which nothing is scheduled to trade, in order: nights, weekends, holidays, pauses.</summary>
    public IEnumerable<TimeRange> ClosedTimes(Timestamp from, Timestamp to)
    {
        for (var at = from; at < to; )
        {
            var stretch = StretchAt(at);
            var end = new Timestamp(Math.Min(stretch.Until, to.UnixNanoseconds));
            if (stretch.Part == DayPart.Closed)
            {
                yield return new TimeRange(at, end);
            }

            at = end;
        }
    }

    /// <inheritdoc />
    public SessionStretch StretchAt(Timestamp instant)
    {
        var last = table.LastOpenedAt(instant);
        if (last is not null && instant < CloseOf(last))
        {
            return last.StretchAt(instant);
        }

        var from = last is null ? long.MinValue : CloseOf(last).UnixNanoseconds;
        var next = table.FirstOpeningAfter(instant);
        var until = next is null ? long.MaxValue : HoursOf(next).Start.UnixNanoseconds;
        return new SessionStretch(from, until, DayPart.Closed, Session: null);
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>A calendar of rules with exceptions other than the ones that come with the program.</summary>
    internal static TradingCalendar Of(ExchangeRules rules, IReadOnlyDictionary<LocalDate, SessionException>? exceptions = null)
    {
        var days = SessionFacts.KnownDays(rules.Name);
        var regular = new RegularHours(rules.RegularFrom, rules.RegularTo, TradingZones.NewYork);
        var week = new ExchangeTemplate(rules, regular, days, exceptions ?? SessionFacts.Exceptions(rules.Name));
        return new TradingCalendar(rules.Name, week, days, new(() => SessionFacts.Stops(rules.Name)));
    }

    private TradingSession OpeningAfter(Timestamp instant) =>
        table.FirstOpeningAfter(instant)
        ?? throw new ArgumentOutOfRangeException(
            nameof(instant),
            $"the calendar {Name} ends with {LastDay}, before the next open after {instant}"
        );

    private static string LastDay => SessionTable.LastDay.ToString("uuuu-MM-dd", null);

    private static TimeRange HoursOf(TradingSession session) =>
        session.Hours ?? throw new InvalidOperationException($"{session.Day} does not trade");

    private static Timestamp CloseOf(TradingSession session) => HoursOf(session).End;
}

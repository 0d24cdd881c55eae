using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>Days by a calendar: a plan for each session, through the closed hours that follow it.</summary>
internal sealed class CalendarDayPlans(TradingCalendar calendar, DayRules rules) : DayPlans(rules)
{
    /// <inheritdoc />
    public override DayPlan At(Timestamp instant)
    {
        var stretch = calendar.StretchAt(instant);
        var session = stretch.Session ?? SessionEndingAt(stretch.From);
        return Kept(Period.DaysBetween(Epoch, session.Day), (this, session), static made => made.Item1.Make(made.session));
    }

    private TradingSession SessionEndingAt(long close) =>
        close > long.MinValue && calendar.SessionAt(new Timestamp(close - 1)) is { } last
            ? last
            : throw new ArgumentOutOfRangeException(nameof(close), "the calendar begins later");

    private DayPlan Make(TradingSession session)
    {
        var hours = session.Hours!;
        var next = calendar.StretchAt(hours.End);
        var until = next.Session is null ? new Timestamp(next.Until) : hours.End;
        var end = BoundsOf(session, hours, goesOn: next.Session is not null).EndUnder(Rules);
        var quiet = QuietTimes(session, hours, goesOn: next.Session is not null);

        var drawing = new DayDrawing(hours.Start, until);
        drawing.CutAt(end);
        drawing.CutAt(hours.End);
        foreach (var (range, _) in quiet)
        {
            drawing.CutAt(range.Start, range.End);
        }

        if (session.RegularHours is { } regular)
        {
            drawing.CutAt(regular.Start, regular.End);
        }

        var dayNumber = Period.DaysBetween(Epoch, session.Day);
        return new DayPlan(session.Day, end, until, drawing.Stretches(At));

        DayStretch At(Timestamp instant)
        {
            var isOpen = hours.Contains(instant);
            var phase = isOpen ? end.PhaseAt(instant) : DayPhase.Closed;
            var window =
                !isOpen ? EntryWindow.Closed
                : phase >= DayPhase.NoEntries ? EntryWindow.DayEnds
                : WindowAt(quiet, instant);
            return new DayStretch(instant.UnixNanoseconds, phase, window, isOpen && IsOwn(session, instant), dayNumber);
        }
    }

    private DayBounds BoundsOf(TradingSession session, TimeRange hours, bool goesOn)
    {
        var (venue, day) = (Rules.Venue, session.Day);
        var mayStay = goesOn || (Rules.Overnight && venue is null);
        var margin = venue?.BeforeEarlyClose(day) ?? Span.Zero;
        return new DayBounds
        {
            Opens = hours.Start,
            Flat = FirstShowing(Rules.Flat, hours.Start),
            NoEntry = FirstShowing(Rules.NoEntry, hours.Start),
            Venue = goesOn ? null : venue?.FlatByOn(day),
            Exchange = mayStay ? null : (session.EarliestClose ?? hours.End) - margin,
        };
    }

    // A session begins on the evening before its date, so 23:30 is a time of that evening and 16:30 one of the date.
    private static Timestamp? FirstShowing(LocalTime? time, Timestamp from)
    {
        if (time is not { } shown)
        {
            return null;
        }

        var date = from.ToInstant().InZone(TradingZones.NewYork).Date;
        var same = RegularHours.At(date, shown, TradingZones.NewYork);
        return same >= from ? same : RegularHours.At(date.PlusDays(1), shown, TradingZones.NewYork);
    }

    // Where a session begins or ends in the middle of trading nothing opens or closes, and there is nothing to keep clear of.
    private List<(TimeRange Range, EntryWindow Window)> QuietTimes(TradingSession session, TimeRange hours, bool goesOn)
    {
        var quiet = new List<(TimeRange, EntryWindow)>();
        var (before, after) = (Rules.QuietBeforeHalt, Rules.QuietAfterOpen);
        if (session.Pause is { } pause)
        {
            Add(pause.Start - before, pause.End, EntryWindow.BeforeHalt);
            Add(pause.End, pause.End + after, EntryWindow.AfterOpen);
        }

        if (!goesOn)
        {
            Add((session.EarliestClose ?? hours.End) - before, hours.End, EntryWindow.BeforeHalt);
        }

        if (calendar.SessionAt(hours.Start - new Span(1)) is null)
        {
            Add(hours.Start, hours.Start + after, EntryWindow.AfterOpen);
        }

        return quiet;

        void Add(Timestamp from, Timestamp to, EntryWindow window)
        {
            if (from < to)
            {
                quiet.Add((new TimeRange(from, to), window));
            }
        }
    }

    private static EntryWindow WindowAt(List<(TimeRange Range, EntryWindow Window)> quiet, Timestamp instant)
    {
        foreach (var (range, window) in quiet)
        {
            if (range.Contains(instant))
            {
                return window;
            }
        }

        return EntryWindow.Open;
    }

    private bool IsOwn(TradingSession session, Timestamp instant)
    {
        var isRegular = session.RegularHours?.Contains(instant) == true;
        return Rules.Hours switch
        {
            TradedHours.Regular => isRegular,
            TradedHours.Extended => !isRegular,
            TradedHours.All => true,
        };
    }
}

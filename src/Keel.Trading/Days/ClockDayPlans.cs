using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>Days by New York's clock: a plan for each date, from midnight to midnight, whatever the market does.</summary>
/// <remarks>The trading day still changes at 18:00, as everywhere; only the profile's own times count by date.</remarks>
internal sealed class ClockDayPlans(ClockHours clock, DayRules rules) : DayPlans(rules)
{
    private static readonly LocalTime Noon = new(12, 0);

    /// <inheritdoc />
    public override DayPlan At(Timestamp instant)
    {
        var date = instant.ToInstant().InZone(TradingZones.NewYork).Date;
        return Kept(Period.DaysBetween(Epoch, date), (this, date), static made => made.Item1.Make(made.date));
    }

    private DayPlan Make(LocalDate date)
    {
        var (begins, until) = (On(date, LocalTime.Midnight), On(date.PlusDays(1), LocalTime.Midnight));
        var session = clock.SessionAt(On(date, Noon));
        var end = new DayBounds
        {
            Opens = begins,
            Flat = Rules.Flat is { } flat ? On(date, flat) : null,
            NoEntry = Rules.NoEntry is { } noEntry ? On(date, noEntry) : null,
        }.EndUnder(Rules);

        var drawing = new DayDrawing(begins, until);
        drawing.CutAt(end);
        drawing.CutAt(session.Hours!.End);
        if (session.RegularHours is { } regular)
        {
            drawing.CutAt(regular.Start, regular.End);
        }

        var dayNumber = Period.DaysBetween(Epoch, date);
        return new DayPlan(date, end, until, drawing.Stretches(At));

        DayStretch At(Timestamp instant)
        {
            var phase = end.PhaseAt(instant);
            var isRegular = session.RegularHours?.Contains(instant) == true;
            var isOwn = Rules.Hours switch
            {
                TradedHours.Regular => isRegular,
                TradedHours.Extended => !isRegular,
                TradedHours.All => true,
            };
            var window = phase >= DayPhase.NoEntries ? EntryWindow.DayEnds : EntryWindow.Open;
            var day = session.Hours.Contains(instant) ? dayNumber : dayNumber + 1;
            return new DayStretch(instant.UnixNanoseconds, phase, window, isOwn, day);
        }
    }

    private static Timestamp On(LocalDate date, LocalTime time) => RegularHours.At(date, time, TradingZones.NewYork);
}

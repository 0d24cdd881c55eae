using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Limits;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Exchange;

/// <summary>
/// The day's price limits as far as prices tell: the exchange counts them from the average price of the half minute before 15:00 Chicago of
/// the day before, here it is the last price before 15:00 (before the day's end where it ended earlier). On the first day there are none.
/// </summary>
internal sealed class DailyLimits(Instrument instrument)
{
    private static readonly LocalTime Afternoon = new(15, 0);
    private static readonly LocalTime NextDayBegins = new(17, 0);
    private static readonly LocalTime[] Borders = [new(8, 30), new(14, 25), Afternoon, new(16, 0), NextDayBegins];

    private LocalDate day;
    private LocalDate settledDay;
    private long? last;
    private long? settled;
    private long? reference;
    private LimitAnswer.Band? known;
    private int level;

    /// <summary>The first instant at which other limits may hold.</summary>
    public long Until { get; private set; } = long.MinValue;

    /// <summary>The limits in force.</summary>
    public PriceBand Band { get; private set; } = PriceBand.None;

    /// <summary>A price has traded, after whatever it filled.</summary>
    public void Watch(long price) => last = price;

    /// <summary>A market that trades beyond a level has been let go to the next; beyond the last, the reference was not the exchange's.</summary>
    public void Allow(long low, long high)
    {
        while (known is not null && low < Band.Lower)
        {
            level++;
            Band = Band with { Lower = level < known.Downs.Count ? known.Downs[level].InTicks : long.MinValue };
        }

        if (high > Band.Upper)
        {
            Band = Band with { Upper = long.MaxValue };
        }
    }

    /// <summary>Finds the limits at an instant.</summary>
    public void MoveTo(long instant)
    {
        var local = new Timestamp(instant).ToInstant().InZone(TradingZones.Chicago).LocalDateTime;
        var (time, today) = (local.TimeOfDay, local.TimeOfDay < NextDayBegins ? local.Date : local.Date.PlusDays(1));
        if (today != day)
        {
            reference = settledDay == day ? settled : last;
            day = today;
        }

        if (time >= Afternoon && time < NextDayBegins && settledDay != day)
        {
            (settled, settledDay) = (last, day);
        }

        Until = NextBorder(local);
        level = 0;
        known = reference is { } price ? Around(new Price(price), time) : null;
        Band = known is null ? PriceBand.None : new PriceBand(known.Lower.InTicks, known.Upper?.InTicks ?? long.MaxValue);
    }

    private LimitAnswer.Band? Around(Price price, LocalTime time)
    {
        Price? afternoon = settledDay == day && settled is { } settledAt ? new Price(settledAt) : null;
        return PriceLimits.At(instrument, day, time, new LimitReference(price, afternoon)) as LimitAnswer.Band;
    }

    private static long NextBorder(LocalDateTime local)
    {
        foreach (var border in Borders)
        {
            if (local.TimeOfDay < border)
            {
                return Of(local.Date.At(border));
            }
        }

        return Of(local.Date.PlusDays(1).At(Borders[0]));
    }

    private static long Of(LocalDateTime local) =>
        Timestamp.FromInstant(TradingZones.Chicago.AtLeniently(local).ToInstant()).UnixNanoseconds;
}

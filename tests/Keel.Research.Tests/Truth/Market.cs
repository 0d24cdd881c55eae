using Keel.Data.Synthetic;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Research.Tests.Truth;

/// <summary>Markets whose truth is known: synthetic ones of a stated kind, and one made of coin tosses.</summary>
internal static class Market
{
    private static readonly LocalDate FirstDay = new(2024, 1, 2);

    /// <summary>What all of them trade.</summary>
    public static Instrument Mes { get; } = InstrumentTable.Find("MES");

    /// <summary>Whether the tests may take their time.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("KEEL_LONG") == "1";

    /// <summary>Minutes of a synthetic market, night included.</summary>
    public static Bar[] Minutes(MarketModel model, int days, long seed)
    {
        var all = new List<Bar>();
        using var bars = new SyntheticBars(new SyntheticMarket(Mes, Days(days), seed, model), BarLength.OneMinute);
        while (bars.Read(out var batch))
        {
            all.AddRange(batch);
        }

        return [.. all];
    }

    /// <summary>
    /// The regular hours of some days, minute by minute, each one tick up or down from the last, by a fair coin: nothing can be
    /// earned, no bar holds two prices of an order, and no order is filled anywhere but at its price.
    /// </summary>
    public static Bar[] Coins(int days, ulong seed, int flipsPerBar = 1)
    {
        var coin = new SplitMix64(seed);
        var all = new List<Bar>(days * 390);
        var price = 20_000;
        foreach (var session in Days(days))
        {
            var open = session.Day.At(new LocalTime(9, 30)).InZoneStrictly(TradingZones.NewYork).ToInstant();
            var start = Timestamp.FromInstant(open);
            for (var minute = 0; minute < 390; minute++)
            {
                var (first, high, low) = (price, price, price);
                for (var flip = 0; flip < flipsPerBar; flip++)
                {
                    price += (coin.Next() >> 63) == 0 ? 1 : -1;
                    (high, low) = (Math.Max(high, price), Math.Min(low, price));
                }

                all.Add(
                    new Bar(
                        start + Span.FromMinutes(minute),
                        new Price(first),
                        new Price(high),
                        new Price(low),
                        new Price(price),
                        new Quantity(10)
                    )
                );
            }
        }

        return [.. all];
    }

    private static IEnumerable<TradingSession> Days(int count) =>
        TradingCalendar
            .EquityIndex.Sessions(FirstDay, FirstDay.PlusDays((count * 2) + 10))
            .Where(session => session.Hours is not null)
            .Take(count);
}

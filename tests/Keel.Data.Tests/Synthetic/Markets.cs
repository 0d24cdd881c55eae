using System.Runtime.InteropServices;
using Keel.Data.Synthetic;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Synthetic;

/// <summary>Synthetic markets to test with.</summary>
internal static class Markets
{
    public static readonly LocalDate FirstDay = new(2024, 1, 2);

    public static bool Long => Environment.GetEnvironmentVariable("KEEL_LONG") == "1";

    public static IReadOnlyList<TradingSession> Days(int count, TradingCalendar? calendar = null) =>
        [
            .. (calendar ?? TradingCalendar.EquityIndex)
                .Sessions(FirstDay, FirstDay.PlusDays((count * 2) + 10))
                .Where(session => session.Hours is not null)
                .Take(count),
        ];

    public static SyntheticMarket Mes(int days, MarketModel? model = null, long seed = 7) =>
        new(InstrumentTable.Find("MES"), Days(days), seed, model ?? MarketModel.Clustered);

    public static List<Bar> Minutes(SyntheticMarket market)
    {
        var all = new List<Bar>();
        foreach (var day in market.Days())
        {
            all.AddRange(MinutesOf(day));
        }

        return all;
    }

    public static ReadOnlySpan<Bar> MinutesOf(SyntheticDay day)
    {
        var room = new Bar[day.MaxSeconds / 60];
        return room.AsSpan(0, day.Minutes(room));
    }

    public static ReadOnlySpan<Bar> SecondsOf(SyntheticDay day)
    {
        var room = new Bar[day.MaxSeconds];
        return room.AsSpan(0, day.Seconds(room));
    }

    public static List<Trade> TradesOf(SyntheticDay day)
    {
        var trades = new List<Trade>();
        day.Trades(trades);
        return trades;
    }

    public static List<QuoteChange> QuotesOf(SyntheticDay day)
    {
        var quotes = new List<QuoteChange>();
        day.Quotes(quotes);
        return quotes;
    }

    public static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : struct => MemoryMarshal.AsBytes(values).ToArray();
}

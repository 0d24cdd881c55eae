using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests;

/// <summary>Made-up bars that keep a market's hours: cheap to make, and no two alike.</summary>
internal static class Bars
{
    /// <summary>Bars of so many seconds through all sessions of a period; a share of them (never the first bar of a session unless said) is missing.</summary>
    public static List<Bar> Through(
        TradingCalendar calendar,
        LocalDate from,
        LocalDate to,
        int seconds,
        double missing = 0,
        int seed = 1,
        int start = 20_000,
        Func<TradingSession, TimeRange?>? hours = null
    )
    {
        var dice = new Random(seed);
        var bars = new List<Bar>();
        var price = start;
        foreach (var session in calendar.Sessions(from, to))
        {
            if ((hours is null ? session.Hours : hours(session)) is not { } open)
            {
                continue;
            }

            for (var time = open.Start; time < open.End; time += Span.FromSeconds(seconds))
            {
                if (session.Pause?.Contains(time) == true || dice.NextDouble() < missing)
                {
                    continue;
                }

                bars.Add(Next(dice, time, ref price));
            }
        }

        return bars;
    }

    /// <summary>Bars without any pause.</summary>
    public static List<Bar> Always(Timestamp from, int count, int seconds, int seed = 1, int start = 20_000)
    {
        var dice = new Random(seed);
        var price = start;
        var bars = new List<Bar>();
        for (var i = 0; i < count; i++)
        {
            bars.Add(Next(dice, from + Span.FromSeconds((long)i * seconds), ref price));
        }

        return bars;
    }

    public static BarSeries Series(IEnumerable<Bar> bars)
    {
        var series = new BarSeries();
        foreach (var bar in bars)
        {
            series.Add(bar);
        }

        return series;
    }

    public static List<Bar> ReadAll(BarReader reader)
    {
        using (reader)
        {
            var all = new List<Bar>();
            while (reader.Read(out var batch))
            {
                all.AddRange(batch);
            }

            Assert.False(reader.Read(out _));
            return all;
        }
    }

    private static Bar Next(Random dice, Timestamp time, ref int price)
    {
        var open = price + dice.Next(-2, 3);
        var close = open + dice.Next(-4, 5);
        var high = Math.Max(open, close) + dice.Next(0, 3);
        var low = Math.Min(open, close) - dice.Next(0, 3);
        price = close;
        return new Bar(time, new Price(open), new Price(high), new Price(low), new Price(close), new Quantity(dice.Next(1, 500)));
    }
}

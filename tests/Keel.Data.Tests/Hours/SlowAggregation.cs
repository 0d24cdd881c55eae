using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Tests.Hours;

/// <summary>Joining bars in the slowest and most obvious way: group by session and place in it, then take first, highest, lowest, last, sum.</summary>
internal static class SlowAggregation
{
    public static List<Bar> Join(IEnumerable<Bar> bars, TradingCalendar calendar, BarLength length, bool regularOnly)
    {
        var joined = new List<Bar>();
        foreach (var group in bars.GroupBy(bar => StartOf(bar.OpenTime, calendar, length, regularOnly)))
        {
            joined.Add(
                new Bar(
                    group.Key,
                    group.First().Open,
                    new Price(group.Max(bar => bar.High.InTicks)),
                    new Price(group.Min(bar => bar.Low.InTicks)),
                    group.Last().Close,
                    new Quantity(group.Sum(bar => bar.Volume.Lots))
                )
            );
        }

        return joined;
    }

    public static List<Bar> Regular(IEnumerable<Bar> bars, TradingCalendar calendar) =>
        [.. bars.Where(bar => calendar.PartAt(bar.OpenTime) == DayPart.Rth || !calendar.Knows(bar.OpenTime))];

    private static Timestamp StartOf(Timestamp time, TradingCalendar calendar, BarLength length, bool regularOnly)
    {
        var session = calendar.SessionAt(time) ?? throw new InvalidOperationException($"{time} lies in no session");
        var open = regularOnly ? session.RegularHours!.Start : session.Hours!.Start;
        if (length.IsTradingDay)
        {
            return open;
        }

        var step = length.Length.Nanoseconds;
        return open + new Domain.Span((time - open).Nanoseconds / step * step);
    }
}

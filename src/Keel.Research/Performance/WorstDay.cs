using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>The lowest point of a trading day's result, trade by trade, as a daily limit would have seen it.</summary>
internal static class WorstDay
{
    /// <summary>The lowest over all days, zero when none was ever below.</summary>
    /// <remarks>A day that carried a position over night is judged by its marked result: a trade of many days is not the fault of the one that closed it.</remarks>
    public static Money Of(IReadOnlyList<ClosedTrade> trades, IReadOnlyList<DayResult> days)
    {
        var worst = Money.Zero;
        var next = 0;
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            var running = Money.Zero;
            var lowest = Money.Zero;
            for (var left = day.Trades; left > 0 && next < trades.Count; left--, next++)
            {
                running += trades[next].Net;
                lowest = running < lowest ? running : lowest;
            }

            var seen = day.Net == day.Realised ? lowest : day.Net;
            worst = seen < worst ? seen : worst;
        }

        return worst;
    }
}

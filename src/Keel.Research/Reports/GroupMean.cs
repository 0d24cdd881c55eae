using Keel.Research.Performance;
using Keel.Trading.Ledger;

namespace Keel.Research.Reports;

/// <summary>The trades that share an hour or a weekday of entry: how many, their mean net in dollars, and its standard error.</summary>
/// <param name="Key">The hour 0 to 23, or the ISO weekday 1 to 7.</param>
/// <param name="Count">How many trades.</param>
/// <param name="Mean">Mean net of a trade.</param>
/// <param name="Error">Standard error of the mean; null for a single trade.</param>
internal readonly record struct GroupMean(int Key, int Count, double Mean, double? Error)
{
    /// <summary>The trades by hour of entry, New York time, hours without trades left out.</summary>
    public static IReadOnlyList<GroupMean> ByHour(IReadOnlyList<ClosedTrade> trades) => By(trades, 24, entry => entry.Hour);

    /// <summary>The trades by weekday of entry, New York time, weekdays without trades left out.</summary>
    public static IReadOnlyList<GroupMean> ByWeekday(IReadOnlyList<ClosedTrade> trades) => By(trades, 8, entry => entry.Weekday);

    private static List<GroupMean> By(IReadOnlyList<ClosedTrade> trades, int keys, Func<(int Hour, int Weekday), int> keyOf)
    {
        var clock = new NewYorkClock();
        var moments = new RunningMean[keys];
        foreach (var trade in trades)
        {
            var (hour, weekday) = clock.At(trade.EntryTime);
            moments[keyOf((hour, (int)weekday))].Add((double)trade.Net.Amount);
        }

        return
        [
            .. from key in Enumerable.Range(0, keys)
            let found = moments[key]
            where found.Count > 0
            select new GroupMean(key, found.Count, found.Mean, found.StandardError),
        ];
    }
}

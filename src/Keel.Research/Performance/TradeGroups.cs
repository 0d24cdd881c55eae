using System.Globalization;
using Keel.Domain;
using Keel.Trading.Ledger;
using NodaTime;

namespace Keel.Research.Performance;

/// <summary>The trades by the hour and weekday of their entry in New York, and by the model's confidence; kinds without a trade are left out.</summary>
public sealed class TradeGroups
{
    private static readonly string[] TierNames = ["below 0.60", "0.60-0.70", "0.70-0.80", "0.80-0.90", "above 0.90"];

    private TradeGroups(Tally hours, Tally weekdays, Tally tiers)
    {
        ByHour = hours.Groups(hour => hour.ToString("00", CultureInfo.InvariantCulture) + ":00");
        ByWeekday = weekdays.Groups(day => ((IsoDayOfWeek)day).ToString());
        ByConfidence = tiers.Groups(tier => TierNames[tier]);
    }

    /// <summary>By hour of entry, midnight first.</summary>
    public IReadOnlyList<TradeGroup> ByHour { get; }

    /// <summary>By weekday of entry, Monday first.</summary>
    public IReadOnlyList<TradeGroup> ByWeekday { get; }

    /// <summary>By the tiers of confidence that decide sizes; trades without a model are in none.</summary>
    public IReadOnlyList<TradeGroup> ByConfidence { get; }

    /// <summary>Sorts the trades.</summary>
    public static TradeGroups Of(IReadOnlyList<ClosedTrade> trades)
    {
        var clock = new NewYorkClock();
        var hours = new Tally(24);
        var weekdays = new Tally(8);
        var tiers = new Tally(TierNames.Length);
        for (var i = 0; i < trades.Count; i++)
        {
            var trade = trades[i];
            var net = trade.Net;
            var (hour, weekday) = clock.At(trade.EntryTime);
            hours.Add(hour, net);
            weekdays.Add((int)weekday, net);
            if (!double.IsNaN(trade.Confidence))
            {
                tiers.Add(Tier(trade.Confidence), net);
            }
        }

        return new TradeGroups(hours, weekdays, tiers);
    }

    /// <summary>The group with the highest net, the first of equals; null of none.</summary>
    public static TradeGroup? Best(IReadOnlyList<TradeGroup> groups)
    {
        TradeGroup? best = null;
        foreach (var group in groups)
        {
            best = best is null || group.Net > best.Net ? group : best;
        }

        return best;
    }

    /// <summary>The group with the lowest net, the first of equals; null of none.</summary>
    public static TradeGroup? Worst(IReadOnlyList<TradeGroup> groups)
    {
        TradeGroup? worst = null;
        foreach (var group in groups)
        {
            worst = worst is null || group.Net < worst.Net ? group : worst;
        }

        return worst;
    }

    // The borders are those of sizing by confidence: 0.90 itself still belongs to the tier below.
    private static int Tier(double confidence) =>
        confidence switch
        {
            < 0.60 => 0,
            < 0.70 => 1,
            < 0.80 => 2,
            <= 0.90 => 3,
            _ => 4,
        };

    private sealed class Tally(int kinds)
    {
        private readonly int[] trades = new int[kinds];
        private readonly int[] winners = new int[kinds];
        private readonly Money[] net = new Money[kinds];

        public void Add(int kind, Money result)
        {
            trades[kind]++;
            winners[kind] += result > Money.Zero ? 1 : 0;
            net[kind] += result;
        }

        public List<TradeGroup> Groups(Func<int, string> name)
        {
            var groups = new List<TradeGroup>();
            for (var kind = 0; kind < kinds; kind++)
            {
                if (trades[kind] > 0)
                {
                    groups.Add(new TradeGroup(kind, name(kind), trades[kind], winners[kind], net[kind]));
                }
            }

            return groups;
        }
    }
}

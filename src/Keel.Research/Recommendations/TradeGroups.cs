namespace Keel.Research.Recommendations;

/// <summary>Trades sorted into groups of one kind (hours, weekdays, sides) and, within each, into clusters of neighbouring days.</summary>
/// <remarks>
/// All trades of one group and one cluster are a <em>lump</em>: they may hang together, so they are moved together when chance is tried.
/// Hours and sides have a day as cluster, weekdays a week. Very long histories join neighbouring clusters, which costs nothing but speed.
/// </remarks>
internal sealed class TradeGroups
{
    private const int MostClusters = 512;
    private const int FewestTrades = 20;
    private const int FewestLumps = 10;

    private readonly double[] nets;
    private readonly int[] lumpsOf;
    private readonly int[] tradesOf;

    private TradeGroups(RecommendationKind kind, int groups, int clusters)
    {
        Kind = kind;
        Groups = groups;
        Clusters = clusters;
        Sums = new double[groups * clusters];
        Counts = new double[groups * clusters];
        nets = new double[groups * clusters];
        lumpsOf = new int[groups];
        tradesOf = new int[groups];
    }

    /// <summary>What sort of groups.</summary>
    public RecommendationKind Kind { get; }

    /// <summary>How many groups, empty ones among them.</summary>
    public int Groups { get; }

    /// <summary>How many clusters.</summary>
    public int Clusters { get; }

    /// <summary>Gross of each lump: group by group, cluster by cluster.</summary>
    public double[] Sums { get; }

    /// <summary>Trades of each lump.</summary>
    public double[] Counts { get; }

    /// <summary>How many groups have enough trades, with enough outside, to be judged.</summary>
    public int LookedAt
    {
        get
        {
            var count = 0;
            for (var group = 0; group < Groups; group++)
            {
                count += IsLookedAt(group) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Sorts those trades that are still in question.</summary>
    public static TradeGroups Of(RecommendationKind kind, TradeColumns trades, ReadOnlySpan<bool> inQuestion)
    {
        var ofTrade = trades.GroupsOf(kind);
        var clusterOf = ClustersOf(trades.Days, kind == RecommendationKind.Weekday, out var clusters);
        var size = kind switch
        {
            RecommendationKind.Hour => 24,
            RecommendationKind.Weekday => 7,
            _ => 2,
        };
        var groups = new TradeGroups(kind, size, clusters);
        for (var i = 0; i < inQuestion.Length; i++)
        {
            if (inQuestion[i])
            {
                var lump = (ofTrade[i] * clusters) + clusterOf[i];
                groups.lumpsOf[ofTrade[i]] += groups.Counts[lump] > 0 ? 0 : 1;
                groups.tradesOf[ofTrade[i]]++;
                groups.Sums[lump] += trades.Gross[i];
                groups.nets[lump] += trades.Net[i];
                groups.Counts[lump]++;
            }
        }

        return groups;
    }

    /// <summary>How many lumps a group has.</summary>
    public int LumpsOf(int group) => lumpsOf[group];

    /// <summary>Whether a group, and what is outside of it, have enough trades on enough days.</summary>
    public bool IsLookedAt(int group)
    {
        var (trades, lumps) = (0, 0);
        for (var other = 0; other < Groups; other++)
        {
            trades += other == group ? 0 : tradesOf[other];
            lumps += other == group ? 0 : lumpsOf[other];
        }

        return Math.Min(trades, tradesOf[group]) >= FewestTrades && Math.Min(lumps, lumpsOf[group]) >= FewestLumps;
    }

    /// <summary>Whether a group loses after costs with no more than this chance of error, and loses more than the rest.</summary>
    public bool Loses(int group, double error)
    {
        var from = group * Clusters;
        var own = ClusteredMean.Of(nets.AsSpan(from, Clusters), Counts.AsSpan(from, Clusters));
        var (restNet, restCount) = (0.0, 0.0);
        for (var lump = 0; lump < nets.Length; lump++)
        {
            var isOutside = lump < from || lump >= from + Clusters;
            restNet += isOutside ? nets[lump] : 0;
            restCount += isOutside ? Counts[lump] : 0;
        }

        return own.ChanceBelow(0) <= error && own.Value * restCount < restNet;
    }

    private static int[] ClustersOf(int[] days, bool byWeek, out int clusters)
    {
        // 1970-01-01 was a Thursday: three days later weeks begin.
        var periods = new int[days.Length];
        for (var i = 0; i < days.Length; i++)
        {
            periods[i] = byWeek ? (int)Math.Floor((days[i] + 3) / 7.0) : days[i];
        }

        var known = (int[])periods.Clone();
        Array.Sort(known);
        var distinct = 0;
        for (var i = 0; i < known.Length; i++)
        {
            if (i == 0 || known[i] != known[distinct - 1])
            {
                known[distinct++] = known[i];
            }
        }

        var joined = Math.Max(1, (distinct + MostClusters - 1) / MostClusters);
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = Array.BinarySearch(known, 0, distinct, periods[i]) / joined;
        }

        clusters = (distinct + joined - 1) / joined;
        return periods;
    }
}

using Keel.Domain;

namespace Keel.Research.Recommendations;

/// <summary>How often the worst of all groups does as badly when results are dealt to them by chance.</summary>
/// <remarks>
/// The measure is the difference between a group's mean gross and the rest's over its error, where the error is taken from clusters. Comparing
/// with the <em>worst</em> group of each deal corrects for having looked at all of them; dealing real results keeps their shape, be it two
/// values of stop and target or a heavy tail; dealing whole lumps keeps what hangs together.
/// </remarks>
internal sealed class ShuffledGroups
{
    private const int Deals = 1999;
    private const ulong Seed = 20_190_506;

    /// <summary>So many lumps' worth of the common spread is blended into a group's own: ten losers in a row have no spread of their own.</summary>
    private const double CommonLumps = 10;

    private readonly TradeGroups groups;
    private readonly int[] lookedAt;
    private readonly int[] places;
    private readonly int[] clusterOf;
    private readonly double[] lumpSums;
    private readonly double[] lumpCounts;
    private readonly int[] order;
    private readonly double[] sums;
    private readonly double[] counts;
    private readonly double[] clusterSums;
    private readonly double[] clusterCounts;
    private readonly double totalSum;
    private readonly double totalCount;
    private readonly double commonSquare;

    /// <summary>Prepares the deals.</summary>
    public ShuffledGroups(TradeGroups groups)
    {
        this.groups = groups;
        sums = (double[])groups.Sums.Clone();
        counts = (double[])groups.Counts.Clone();
        clusterSums = new double[groups.Clusters];
        clusterCounts = new double[groups.Clusters];

        var filled = new List<int>();
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] > 0)
            {
                filled.Add(place);
                totalSum += sums[place];
                totalCount += counts[place];
            }
        }

        places = [.. filled];
        clusterOf = [.. filled.Select(place => place % groups.Clusters)];
        lookedAt = [.. Enumerable.Range(0, groups.Groups).Where(groups.IsLookedAt)];
        order = new int[places.Length];
        lumpSums = new double[places.Length];
        lumpCounts = new double[places.Length];
        for (var lump = 0; lump < places.Length; lump++)
        {
            order[lump] = lump;
            lumpSums[lump] = sums[places[lump]];
            lumpCounts[lump] = counts[places[lump]];
            var off = lumpSums[lump] - (totalSum / totalCount * lumpCounts[lump]);
            commonSquare += off * off / places.Length;
        }

        AddClusters();
    }

    /// <summary>How far the group's mean lies from the rest's, in errors: below zero when it is worse.</summary>
    public double Standing(int group)
    {
        var from = group * groups.Clusters;
        var ownSums = sums.AsSpan(from, groups.Clusters);
        var ownCounts = counts.AsSpan(from, groups.Clusters);
        var (sum, count) = (0.0, 0.0);
        for (var cluster = 0; cluster < ownSums.Length; cluster++)
        {
            sum += ownSums[cluster];
            count += ownCounts[cluster];
        }

        var restCount = totalCount - count;
        var mean = sum / count;
        var restMean = (totalSum - sum) / restCount;
        var (weight, restWeight) = (1 / count, 1 / restCount);
        var square = 0.0;
        for (var cluster = 0; cluster < ownSums.Length; cluster++)
        {
            var off = ownSums[cluster] - (mean * ownCounts[cluster]);
            var restSum = clusterSums[cluster] - ownSums[cluster];
            var restOff = restSum - (restMean * (clusterCounts[cluster] - ownCounts[cluster]));
            var difference = (off * weight) - (restOff * restWeight);
            square += difference * difference;
        }

        var lumps = groups.LumpsOf(group);
        var common = commonSquare * ((lumps / (count * count)) + ((places.Length - lumps) / (restCount * restCount)));
        var blend = CommonLumps / (CommonLumps + lumps);
        var error = Math.Sqrt(((1 - blend) * square) + (blend * common));
        return error > 0 ? (mean - restMean) / error : 0;
    }

    /// <summary>The chance of a worst group as bad as this standing; 1 as soon as it is certain to exceed the bound.</summary>
    public double ChanceOf(double standing, double bound)
    {
        var random = new SplitMix64(Seed);
        var asBad = 0;
        for (var deal = 0; deal < Deals; deal++)
        {
            Deal(ref random);
            asBad += Worst() <= standing + (1e-12 * Math.Abs(standing)) ? 1 : 0;
            if (asBad + 1 > bound * (Deals + 1))
            {
                return 1;
            }
        }

        return (asBad + 1.0) / (Deals + 1);
    }

    private double Worst()
    {
        var worst = double.PositiveInfinity;
        foreach (var group in lookedAt)
        {
            worst = Math.Min(worst, Standing(group));
        }

        return worst;
    }

    private void Deal(ref SplitMix64 random)
    {
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = (int)Math.BigMul(random.Next(), (ulong)(last + 1), out _);
            (order[last], order[other]) = (order[other], order[last]);
        }

        for (var i = 0; i < places.Length; i++)
        {
            sums[places[i]] = lumpSums[order[i]];
            counts[places[i]] = lumpCounts[order[i]];
        }

        AddClusters();
    }

    private void AddClusters()
    {
        Array.Clear(clusterSums);
        Array.Clear(clusterCounts);
        for (var i = 0; i < places.Length; i++)
        {
            clusterSums[clusterOf[i]] += sums[places[i]];
            clusterCounts[clusterOf[i]] += counts[places[i]];
        }
    }
}

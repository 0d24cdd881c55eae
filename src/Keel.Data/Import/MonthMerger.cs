using Keel.Data.TimeSeries;

namespace Keel.Data.Import;

/// <summary>Joins a month of new bars with the month that the catalog has.</summary>
internal static class MonthMerger
{
    /// <summary>What came of joining: the month, how many bars are new, how many were there already, and the rows that contradict the catalog.</summary>
    internal sealed record Result(BarSeries Bars, long New, List<long> AlreadyThere, List<long> Conflicts);

    /// <summary>Joins in the order of time. At equal times the stored bar stays, unless <paramref name="replace"/>.</summary>
    public static Result Merge(BarSeries stored, BarSeries fresh, Series<long> rows, bool replace)
    {
        var joined = new BarSeries();
        var (already, conflicts) = (new List<long>(), new List<long>());
        var (s, f, added) = (0, 0, 0L);
        while (s < stored.Count || f < fresh.Count)
        {
            if (f == fresh.Count || (s < stored.Count && stored[s].OpenTime < fresh[f].OpenTime))
            {
                joined.Add(stored[s++]);
            }
            else if (s == stored.Count || fresh[f].OpenTime < stored[s].OpenTime)
            {
                joined.Add(fresh[f++]);
                added++;
            }
            else
            {
                var same = stored[s] == fresh[f];
                (same ? already : conflicts).Add(rows[f]);
                added += replace && !same ? 1 : 0;
                joined.Add(replace ? fresh[f] : stored[s]);
                s++;
                f++;
            }
        }

        return new Result(joined, added, already, conflicts);
    }
}

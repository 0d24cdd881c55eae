using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Data.Quality;

/// <summary>Where the catalog has finer bars of the same instrument, the coarser ones must be what the finer ones add up to.</summary>
internal static class FinerBars
{
    public static IEnumerable<QualityFinding> Compare(Catalog catalog, Dataset coarse, string? calendar, CancellationToken stop)
    {
        var length = BarLength.Parse(coarse.Schema[5..]);
        if (length.IsTradingDay)
        {
            yield break;
        }

        var finer = catalog
            .Datasets.Where(dataset => dataset.Instrument == coarse.Instrument && IsFiner(dataset, length))
            .ToList();
        foreach (var fine in finer)
        {
            var (compared, different, first) = Compare(catalog, coarse, fine, length, calendar, stop);
            if (different > 0)
            {
                yield return new QualityFinding(
                    "differs-from-finer",
                    false,
                    different,
                    $"{different} of {compared} bars differ in price or volume from what {fine.Schema} adds up to; the first at {first}"
                );
            }
        }
    }

    private static bool IsFiner(Dataset dataset, BarLength length)
    {
        var own = BarLength.Parse(dataset.Schema[5..]);
        return !own.IsTradingDay && own.Length < length.Length && length.Length.Nanoseconds % own.Length.Nanoseconds == 0;
    }

    private static (long Compared, long Different, Domain.Timestamp? First) Compare(
        Catalog catalog,
        Dataset coarse,
        Dataset fine,
        BarLength length,
        string? calendar,
        CancellationToken stop
    )
    {
        var hours = SessionView.HoursOf(calendar, HoursChoice.All);
        using var joined = SessionView.Of(catalog.Read(fine, coarse.First, null), hours, HoursChoice.All, length);
        using var stored = catalog.Read(coarse, fine.First, null);
        var (left, right) = (new BarWalk(joined), new BarWalk(stored));
        var (compared, different) = (0L, 0L);
        Domain.Timestamp? first = null;
        while (left.HasBar && right.HasBar)
        {
            stop.ThrowIfCancellationRequested();
            if (left.Bar.OpenTime < right.Bar.OpenTime)
            {
                left.Next();
            }
            else if (right.Bar.OpenTime < left.Bar.OpenTime)
            {
                right.Next();
            }
            else
            {
                compared++;
                if (left.Bar != right.Bar)
                {
                    different++;
                    first ??= left.Bar.OpenTime;
                }

                left.Next();
                right.Next();
            }
        }

        return (compared, different, first);
    }

    /// <summary>One bar after the other out of a reader's batches.</summary>
    private sealed class BarWalk
    {
        private readonly BarReader reader;
        private Bar[] batch = [];
        private int at;
        private int count;

        public BarWalk(BarReader reader)
        {
            this.reader = reader;
            Next();
        }

        public bool HasBar => at < count;

        public Bar Bar => batch[at];

        public void Next()
        {
            at++;
            if (at < count)
            {
                return;
            }

            (at, count) = (0, 0);
            if (reader.Read(out var bars))
            {
                batch = batch.Length >= bars.Length ? batch : new Bar[bars.Length];
                bars.CopyTo(batch);
                count = bars.Length;
            }
        }
    }
}

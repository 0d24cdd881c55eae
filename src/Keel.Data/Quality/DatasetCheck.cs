using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Quality;

/// <summary>Reads a whole dataset and says what is wrong or strange about it: files against the manifest, order, gaps, jumps, volume, finer bars against coarser.</summary>
public static class DatasetCheck
{
    /// <summary>Runs every check.</summary>
    public static QualityReport Run(
        Catalog catalog,
        Dataset dataset,
        string? calendar,
        Action<double> progress,
        CancellationToken stop
    )
    {
        var findings = new List<QualityFinding>();
        var length = BarLength.Parse(dataset.Schema[5..]);
        var gaps = new GapSearch(SessionView.HoursOf(calendar, HoursChoice.All), length);
        var shape = new BarShapeCheck(dataset.Tick);
        var (done, last) = (0L, Timestamp.MinValue);
        var backward = 0L;
        foreach (var partition in dataset.Partitions)
        {
            stop.ThrowIfCancellationRequested();
            if (Load(catalog, dataset, partition, findings) is not { } bars)
            {
                continue;
            }

            if (PartitionFile.ContentHash(bars) != partition.Content || bars.Count != partition.Rows)
            {
                findings.Add(
                    new QualityFinding(
                        "changed-file",
                        true,
                        1,
                        $"{partition.File} is not what was imported: remove the dataset and import it again"
                    )
                );
            }

            for (var block = 0; block < bars.BlockCount; block++)
            {
                var values = bars.Block(block);
                foreach (ref readonly var bar in values)
                {
                    backward += bar.OpenTime <= last ? 1 : 0;
                    last = bar.OpenTime;
                }

                gaps.Look(values);
                shape.Look(values);
            }

            done += bars.Count;
            progress(done / (double)dataset.Rows);
        }

        if (backward > 0)
        {
            findings.Add(new QualityFinding("time-backward", true, backward, "bars that are not later than the one before"));
        }

        findings.AddRange(shape.Findings);
        findings.AddRange(GapFindings(gaps));
        findings.AddRange(FinerBars.Compare(catalog, dataset, calendar, stop));
        return new QualityReport(findings);
    }

    private static BarSeries? Load(Catalog catalog, Dataset dataset, Partition partition, List<QualityFinding> findings)
    {
        try
        {
            using var reader = catalog.Read(dataset with { Partitions = [partition] });
            return BarSeries.From(reader);
        }
        catch (DataException broken)
        {
            findings.Add(new QualityFinding("unreadable-file", true, 1, $"{partition.File}: {broken.Why}"));
            return null;
        }
    }

    private static IEnumerable<QualityFinding> GapFindings(GapSearch gaps)
    {
        if (gaps.Found.Count > 0)
        {
            var longest = gaps.Found.Longest[0];
            yield return new QualityFinding(
                "gaps",
                false,
                gaps.Found.Count,
                $"{gaps.Found.Count} in trading hours; the longest: {longest.Length.TotalMinutes:0.#} minutes from {longest.From}"
            );
        }

        if (gaps.OutsideSessions > 0)
        {
            yield return new QualityFinding(
                "off-hours",
                false,
                gaps.OutsideSessions,
                $"{gaps.OutsideSessions} bars outside every session of the calendar"
            );
        }
    }
}

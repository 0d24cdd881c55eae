using System.Security.Cryptography;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Plans;
using Keel.Data;
using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Data.Import;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Cli.Verbs.Research;

/// <summary>The bars that a profile trades on, from the catalog or from a file, in its hours and of its length.</summary>
internal sealed class BarFeed : IDisposable
{
    private readonly BarReader reader;
    private readonly PlainParquet? plain;
    private readonly List<string> remarks = [];

    private BarFeed(BarReader source, Profile profile, BarLength stored, string dataset, long rows, PlainParquet? plain = null)
    {
        this.plain = plain;
        Dataset = dataset;
        ExpectedBars = rows;
        CheckLength(profile, stored);
        if (profile.Data.Test is { } test)
        {
            remarks.Add($"The data end before {test.First:uuuu-MM-dd}: the test part of the profile is locked");
        }

        var joins = stored != profile.Bars && !profile.Get(CostKeys.Finer);
        Length = joins ? profile.Bars : stored;
        var hours = ProfileHours.Of(profile);
        reader = new ReadAhead(
            SessionView.Of(source, hours.Hours, joins ? hours.Choice : hours.Read, joins ? profile.Bars : null)
        );
    }

    /// <summary>Name and content hash.</summary>
    public string Dataset { get; }

    /// <summary>How long a bar is.</summary>
    public BarLength Length { get; }

    /// <summary>About how many bars there will be.</summary>
    public long ExpectedBars { get; }

    /// <summary>What a reader of the results must know of the data.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>The row of a file at which reading stopped, because it wants an import; null while all is well.</summary>
    public long? DoubtfulRow => plain?.DoubtfulRow;

    /// <summary>The bars of the catalog.</summary>
    public static BarFeed FromCatalog(string folder, Profile profile)
    {
        var catalog = Catalog.Open(folder);
        var name = profile.Instrument.ToString();
        var all = catalog
            .Datasets.Where(one => one.Instrument == name && Fits(BarLength.Parse(one.Schema[5..]), profile.Bars))
            .ToList();
        if (all.Count == 0)
        {
            var has = string.Join(", ", catalog.Datasets.Select(one => $"{one.Instrument}/{one.Schema}"));
            throw new DataException(
                $"there are no {profile.Bars} bars of {name} in the catalog {folder}",
                has.Length == 0 ? "it is empty" : $"it has {has}",
                $"import some: ./keel data import FILE --instrument {name} --catalog {folder}, or name a file with --data"
            );
        }

        var dataset =
            all.Find(one => one.Schema == $"bars-{profile.Bars}")
            ?? all.MaxBy(one => BarLength.Parse(one.Schema[5..]).Length.Nanoseconds)!;
        return new BarFeed(
            catalog.Read(dataset, to: EndOf(profile)),
            profile,
            BarLength.Parse(dataset.Schema[5..]),
            dataset.Identity,
            dataset.Rows
        );
    }

    /// <summary>The bars of a file: as they stand where nothing is in doubt, otherwise judged row by row as an import would.</summary>
    public static BarFeed FromFile(string path, Profile profile, bool mayBePlain, Terminal terminal, CancellationToken stop)
    {
        var instrument = profile.Instrument.Instrument;
        if (mayBePlain && PlainParquet.TryOpen(path, instrument) is { } file)
        {
            return new BarFeed(
                Cut(file, profile),
                profile,
                BarLength.FromSeconds((int)(file.Step.Nanoseconds / Timestamp.NanosecondsPerSecond)),
                IdentityOf(path),
                file.Rows,
                file
            );
        }

        var months = new List<BarSeries>();
        using var progress = new Progress(terminal, $"reading {Path.GetFileName(path)}");
        var importer = new Importer(new ImportOptions { Instrument = profile.Instrument.ToString() }, new Reading(progress));
        var reports = importer.Check(path, months.Add, stop);
        if (reports.Count != 1)
        {
            throw new DataException(
                $"cannot trade on {path}",
                $"it holds {reports.Count} tables",
                "import it, and name the catalog"
            );
        }

        var report = reports[0];
        var leftOut = "";
        if (report.Quarantined > 0)
        {
            var reasons = string.Join(", ", report.Reasons.Select(reason => $"{reason.Value} {reason.Key}"));
            leftOut = $"{report.Quarantined} rows of {Path.GetFileName(path)} were left out ({reasons})";
            terminal.Remark($"{leftOut}; ./keel data validate {path} shows them");
        }

        var all = new BarSeries();
        foreach (var month in months)
        {
            for (var block = 0; block < month.BlockCount; block++)
            {
                all.AddRange(month.Block(block));
            }
        }

        var feed = new BarFeed(
            Cut(BarReader.Over(all), profile),
            profile,
            BarLength.Parse(report.Schema[5..]),
            IdentityOf(path),
            all.Count
        );
        if (leftOut.Length > 0)
        {
            feed.remarks.Add(leftOut);
        }

        return feed;
    }

    /// <summary>The next bars; false when there are none.</summary>
    public bool Read(out ReadOnlySpan<Bar> bars) => reader.Read(out bars);

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static bool Fits(BarLength stored, BarLength wanted) =>
        stored == wanted
        || (!stored.IsTradingDay && (wanted.IsTradingDay || wanted.Length.Nanoseconds % stored.Length.Nanoseconds == 0));

    private static void CheckLength(Profile profile, BarLength stored)
    {
        if (!Fits(stored, profile.Bars))
        {
            throw new UsageException(
                $"{profile.Name} cannot be run on these data",
                $"it wants bars of {profile.Bars}, and these are of {stored}",
                "set bars to a multiple of what there is, or get finer data"
            );
        }
    }

    /// <summary>The test part is a vault: a backtest stops at its edge.</summary>
    private static Timestamp? EndOf(Profile profile) =>
        profile.Data.Test is { } test
            ? Timestamp.FromInstant(TradingZones.NewYork.AtStartOfDay(test.First.PlusDays(-1)).PlusHours(18).ToInstant())
            : null;

    private static BarReader Cut(BarReader reader, Profile profile) =>
        EndOf(profile) is { } end ? new CutReader(reader, end) : reader;

    private static string IdentityOf(string path)
    {
        using var file = File.OpenRead(path);
        return $"{Path.GetFileName(path)}@{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 8))}";
    }

    private sealed class Reading(Progress progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(value.Share);
    }

    private sealed class CutReader(BarReader source, Timestamp end) : BarReader
    {
        public override bool Read(out ReadOnlySpan<Bar> bars)
        {
            if (!source.Read(out bars))
            {
                return false;
            }

            var count = bars.Length;
            while (count > 0 && bars[count - 1].OpenTime >= end)
            {
                count--;
            }

            bars = bars[..count];
            return count > 0;
        }

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }
}
